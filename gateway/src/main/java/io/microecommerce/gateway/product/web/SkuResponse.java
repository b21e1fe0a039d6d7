package io.microecommerce.gateway.product.web;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.product.AssetsView;
import io.microecommerce.api.product.AttributeView;
import io.microecommerce.api.product.SkuView;
import java.util.List;

/**
 * A thing that can be bought.
 *
 * @param title its product's title
 * @param forSale false once it is retired
 */
record SkuResponse(
        String id,
        String productId,
        String title,
        List<AttributeView> attrs,
        AssetsView assets,
        Money price,
        boolean forSale,
        Stock stock) {

    static SkuResponse of(SkuView sku) {
        return new SkuResponse(
                sku.id(),
                sku.productId(),
                sku.title(),
                sku.attrs(),
                sku.assets(),
                sku.price(),
                sku.forSale(),
                new Stock(
                        sku.stock().available(),
                        sku.stock().frozen(),
                        sku.stock().sold()));
    }

    /** Pieces: to be bought, reserved by payments under way, and paid for. */
    record Stock(long available, long frozen, long sold) {}
}
