package io.microecommerce.api.product;

import java.io.Serializable;

/**
 * A SKU of which few are left.
 *
 * @param available pieces that can be bought now
 * @param threshold staff are told at this many or fewer
 */
public record LowStockView(String skuId, long available, long threshold) implements Serializable {}
