package io.microecommerce.e2e.chaos.customer;

import java.time.Instant;

/**
 * One request of a customer and what came of it.
 *
 * @param what the kind of request
 * @param key its Idempotency-Key; empty if it has none
 * @param orderId the order that it is about; of an ORDER that was acknowledged the new one; empty if there is none
 * @param status the HTTP status; 0 if no answer came
 * @param code the problem's code; empty if there is none
 * @param id of the order, payment or refund that was answered; empty if there is none
 * @param state of a payment what was answered; of an ORDER the body that it sent, and of a REFUND its payment, for its repetition;
 *     else empty
 */
public record Operation(
        What what,
        String customerId,
        String key,
        String orderId,
        Instant began,
        Instant ended,
        Outcome outcome,
        int status,
        String code,
        String id,
        String state) {

    /** The kinds. */
    public enum What {
        ORDER,
        PAY,
        CANCEL,
        REFUND,
        READ
    }

    /** What a key is for: the same one may order and pay. */
    String keyed() {
        return what + " " + key;
    }

    public boolean isPaid() {
        return what == What.PAY && outcome == Outcome.OK;
    }
}
