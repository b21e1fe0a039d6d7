package io.microecommerce.order.purchase.store;

/**
 * A row of {@code order_line}; the components are its columns.
 *
 * @param attributes JSON
 */
record OrderLineRow(
        String orderId,
        String skuId,
        String productId,
        String title,
        String attributes,
        long unitPriceMinor,
        String currency,
        int quantity) {}
