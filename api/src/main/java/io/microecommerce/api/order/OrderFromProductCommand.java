package io.microecommerce.api.order;

import io.microecommerce.api.Limits;
import java.io.Serializable;

/**
 * An order of one SKU, past the cart.
 *
 * @param quantity pieces, 1 to {@link Limits#MAX_QUANTITY}
 * @param idempotencyKey the same key and body give the same order
 */
public record OrderFromProductCommand(
        String customerId, String skuId, int quantity, DeliveryChoice delivery, String idempotencyKey)
        implements Serializable {

    public OrderFromProductCommand {
        Limits.requireId("Idempotency-Key", idempotencyKey);
        Limits.requireId("sku_id", skuId);
        Limits.requireQuantity(quantity);
    }
}
