package io.microecommerce.product.stock;

/** The shop's own threshold; it may change while the service runs. */
public interface LowStockThreshold {

    /** Staff are told when so many pieces of a SKU are left, or fewer. */
    long pieces();
}
