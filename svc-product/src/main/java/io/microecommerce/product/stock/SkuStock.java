package io.microecommerce.product.stock;

/**
 * The pieces of a SKU at one moment. Their sum is what was received and corrected, always.
 *
 * @param available can be bought now
 * @param frozen held by payments under way
 * @param sold paid for
 */
public record SkuStock(String skuId, long available, long frozen, long sold) {

    public SkuStock {
        if (available < 0 || frozen < 0 || sold < 0) {
            throw new IllegalArgumentException("Stock of SKU " + skuId + " is negative");
        }
    }

    /** Of a SKU of which nothing was ever received. */
    public static SkuStock none(String skuId) {
        return new SkuStock(skuId, 0, 0, 0);
    }
}
