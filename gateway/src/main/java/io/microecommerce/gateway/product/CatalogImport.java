package io.microecommerce.gateway.product;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.CatalogEditFacade;
import io.microecommerce.api.product.ImportOutcome;
import io.microecommerce.api.product.MoveStockCommand;
import io.microecommerce.api.product.MoveStockCommand.Kind;
import io.microecommerce.api.product.ProductDraft;
import io.microecommerce.api.product.StockKeepingFacade;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Makes the catalogue hold a product, and its SKUs the stock that they begin with. Doing it again changes nothing. */
@Service
public class CatalogImport {

    private static final String REASON = "Opening stock";
    private static final String KEY = "opening-";
    private static final int MAX_KEY_LENGTH = 64;

    private final CatalogEditFacade catalog;
    private final StockKeepingFacade stock;

    CatalogImport(CatalogEditFacade catalog, StockKeepingFacade stock) {
        this.catalog = catalog;
        this.stock = stock;
    }

    /**
     * A product as an import gives it.
     *
     * @param draft with ids for the product and for every SKU
     * @param openingStock pieces by SKU id; SKUs that begin with none are left out
     */
    public record ImportedProduct(ProductDraft draft, Map<String, Long> openingStock) {

        public ImportedProduct {
            openingStock = Map.copyOf(openingStock);
        }
    }

    /** @param staffId who imports it */
    public ImportOutcome put(ImportedProduct product, String staffId) {
        ImportOutcome outcome = catalog.importProduct(product.draft());
        product.openingStock().forEach((skuId, quantity) -> receive(skuId, quantity, staffId));
        return outcome;
    }

    /**
     * The key is the SKU's, so its stock opens once. That it was opened with another number, or by somebody else, is what
     * happened then; what came since is for receipts and corrections.
     */
    private void receive(String skuId, long quantity, String staffId) {
        try {
            stock.move(new MoveStockCommand(skuId, Kind.RECEIPT, quantity, REASON, staffId, keyOf(skuId)));
        } catch (Refusal refusal) {
            if (refusal.code() != ErrorCode.IDEMPOTENCY_KEY_REUSED) {
                throw refusal;
            }
        }
    }

    /** A long id would make a key that is too long: its digest is as good. */
    private static String keyOf(String skuId) {
        return KEY.length() + skuId.length() <= MAX_KEY_LENGTH
                ? KEY + skuId
                : KEY + UUID.nameUUIDFromBytes(skuId.getBytes(StandardCharsets.UTF_8));
    }
}
