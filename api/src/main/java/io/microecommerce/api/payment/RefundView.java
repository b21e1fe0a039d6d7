package io.microecommerce.api.payment;

import io.microecommerce.api.money.Money;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refund as staff and its customer see it.
 *
 * @param amount what the payment had taken: a payment is given back in full
 * @param reason in the words of who asked for it
 * @param code why it was refused; null unless REFUSED
 * @param detail the refusal in words; null unless REFUSED
 * @param refundedAt when the order was refunded; null before
 * @param doneAt when the customer had the money; null before
 */
public record RefundView(
        String id,
        String paymentId,
        String orderId,
        Status status,
        Money amount,
        String reason,
        @Nullable String code,
        @Nullable String detail,
        Instant createdAt,
        @Nullable Instant refundedAt,
        @Nullable Instant doneAt)
        implements Serializable {

    /** What people are told; svc-payment's own states are finer. */
    public enum Status {
        /** The outcome is not known yet, and work goes on: ask again. */
        PROCESSING,
        /** The order is refunded, and the provider is giving the money back. It is worked on until the provider confirms. */
        UNDER_WAY,
        /** Final: the customer has the money. */
        DONE,
        /** Final for its key; {@link #code()} says why. Nothing has changed. */
        REFUSED,
        /** A technical reason stopped it and nothing is held: the same key tries again. */
        FAILED
    }
}
