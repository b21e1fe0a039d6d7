package io.microecommerce.api.payment;

import io.microecommerce.api.Limits;
import java.io.Serializable;

/**
 * A customer's wish to pay an order.
 *
 * @param idempotencyKey the same key and body give the same payment, taken further if it had come to a halt
 */
public record PayCommand(String customerId, String orderId, PaymentMethod method, String idempotencyKey)
        implements Serializable {

    public PayCommand {
        Limits.requireId("order_id", orderId);
        Limits.requireId("Idempotency-Key", idempotencyKey);
    }
}
