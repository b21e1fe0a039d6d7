package io.microecommerce.gateway.product.web;

import static io.microecommerce.gateway.request.RequestFields.required;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.MoveStockCommand;
import io.microecommerce.gateway.product.CatalogImport.ImportedProduct;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A product as one line of an import: as it is added by itself, with ids for it and for every SKU. */
record ImportLine(
        @Nullable String id,
        @Nullable String title,
        @Nullable String body,
        @Nullable String category,
        @Nullable AssetsRequest assets,
        @Nullable VariantsRequest variants,
        @Nullable List<@Nullable ImportedSku> skus,
        @Nullable Boolean retired) {

    ImportedProduct toProduct() {
        required("id", id);
        List<ImportedSku> given = required("skus", skus).stream()
                .map(sku -> required("skus", sku))
                .toList();
        Map<String, Long> openingStock = new LinkedHashMap<>();
        given.forEach(sku -> sku.open(openingStock));
        ProductRequest product = new ProductRequest(
                id,
                title,
                body,
                category,
                assets,
                variants,
                given.stream().map(ImportedSku::asSku).toList(),
                retired);
        return new ImportedProduct(product.toDraft(), openingStock);
    }

    /** @param openingStock pieces that are received once, with the first import; left out or 0 for none */
    record ImportedSku(
            @Nullable String id,
            @Nullable List<@Nullable AttributeRequest> attrs,
            @Nullable AssetsRequest assets,
            SkuRequest.@Nullable Price price,
            @Nullable Integer limitPerCustomer,
            @Nullable Boolean retired,
            @Nullable Long openingStock) {

        SkuRequest asSku() {
            return new SkuRequest(id, attrs, assets, price, limitPerCustomer, retired);
        }

        void open(Map<String, Long> stock) {
            String skuId = required("skus.id", id);
            long pieces = openingStock == null ? 0 : openingStock;
            if (pieces < 0 || pieces > MoveStockCommand.MAX_PIECES) {
                throw Refusal.invalid("skus.opening_stock", "must be 0 to " + MoveStockCommand.MAX_PIECES);
            }
            if (pieces > 0) {
                stock.put(skuId, pieces);
            }
        }
    }
}
