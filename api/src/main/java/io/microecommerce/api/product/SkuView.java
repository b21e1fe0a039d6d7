package io.microecommerce.api.product;

import io.microecommerce.api.money.Money;
import java.io.Serializable;
import java.util.List;

/**
 * A thing that can be bought.
 *
 * @param title its product's title
 * @param forSale false once the SKU or its product is retired
 */
public record SkuView(
        String id,
        String productId,
        String title,
        List<AttributeView> attrs,
        AssetsView assets,
        Money price,
        boolean forSale,
        StockView stock)
        implements Serializable {

    public SkuView {
        attrs = List.copyOf(attrs);
    }

    /**
     * Pieces at the time of reading; {@code available + frozen + sold} equals what was received and corrected.
     *
     * @param available can be bought now
     * @param frozen reserved by payments under way
     * @param sold paid for
     */
    public record StockView(long available, long frozen, long sold) implements Serializable {}
}
