package io.microecommerce.api.product;

import io.microecommerce.api.money.Money;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing that can be bought.
 *
 * @param version its product's version, which a change of the SKU must name
 * @param title its product's title
 * @param limitPerCustomer most pieces that one customer may have in orders that stand; null for no limit
 * @param forSale false once the SKU or its product is retired
 */
public record SkuView(
        String id,
        String productId,
        long version,
        String title,
        List<AttributeView> attrs,
        AssetsView assets,
        Money price,
        @Nullable Integer limitPerCustomer,
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
