package io.microecommerce.api.order;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.Refusal;
import java.io.Serializable;
import java.util.List;

/**
 * An order of what lies in the cart.
 *
 * @param skuIds the lines to order; empty for every valid line
 * @param idempotencyKey the same key and body give the same order
 */
public record OrderFromCartCommand(
        String customerId, List<String> skuIds, DeliveryChoice delivery, String idempotencyKey)
        implements Serializable {

    public OrderFromCartCommand {
        Limits.requireId("Idempotency-Key", idempotencyKey);
        skuIds = List.copyOf(skuIds);
        if (skuIds.size() > Limits.MAX_LINES) {
            throw Refusal.invalid("sku_ids", "must be at most " + Limits.MAX_LINES);
        }
        skuIds.forEach(skuId -> Limits.requireId("sku_ids", skuId));
    }
}
