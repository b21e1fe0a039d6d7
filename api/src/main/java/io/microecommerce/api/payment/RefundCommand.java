package io.microecommerce.api.payment;

import io.microecommerce.api.Limits;
import java.io.Serializable;

/**
 * Somebody's wish that a payment be given back in full.
 *
 * @param askedBy the id of a member of the staff, or of the customer
 * @param byStaff whether the staff ask, who may do so at any time; the customer may until the goods are shipped
 * @param reason in words, at most {@link #MAX_REASON} characters; the customer reads it
 * @param idempotencyKey the same key and body give the same refund, taken further if it had come to a halt
 */
public record RefundCommand(String paymentId, String askedBy, boolean byStaff, String reason, String idempotencyKey)
        implements Serializable {

    public static final int MAX_REASON = 200;

    public RefundCommand {
        Limits.requireId("id", paymentId);
        Limits.requireKeptText("reason", reason, MAX_REASON);
        Limits.requireId("Idempotency-Key", idempotencyKey);
    }
}
