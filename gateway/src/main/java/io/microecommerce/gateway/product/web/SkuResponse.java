package io.microecommerce.gateway.product.web;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.product.AssetsView;
import io.microecommerce.api.product.AttributeView;
import io.microecommerce.api.product.SkuView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing that can be bought.
 *
 * @param version its product's, to be named in a change
 * @param title its product's title
 * @param limitPerCustomer most pieces for one customer; null for no limit
 * @param forSale false once it is retired
 */
record SkuResponse(
        String id,
        String productId,
        long version,
        String title,
        List<AttributeView> attrs,
        AssetsView assets,
        Money price,
        @Nullable Integer limitPerCustomer,
        boolean forSale,
        Stock stock) {

    static SkuResponse of(SkuView sku) {
        return new SkuResponse(
                sku.id(),
                sku.productId(),
                sku.version(),
                sku.title(),
                sku.attrs(),
                sku.assets(),
                sku.price(),
                sku.limitPerCustomer(),
                sku.forSale(),
                Stock.of(sku.stock()));
    }

    /** Pieces: to be bought, reserved by payments under way, and paid for. */
    record Stock(long available, long frozen, long sold) {

        static Stock of(SkuView.StockView stock) {
            return new Stock(stock.available(), stock.frozen(), stock.sold());
        }
    }
}
