package io.microecommerce.product.stock;

/**
 * A SKU of which few are left.
 *
 * @param episode which time that is, from 1
 * @param available pieces that can be bought now
 * @param threshold staff are told at this many or fewer
 */
public record LowStock(String skuId, long episode, long available, long threshold) {}
