package io.microecommerce.api.payment;

import io.microecommerce.api.money.Money;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment as its customer sees it.
 *
 * @param code why it was refused; null unless REFUSED
 * @param detail the refusal in words; null unless REFUSED
 * @param attempts how often the protocol was run for it, from 1
 */
public record PaymentView(
        String id,
        String orderId,
        Status status,
        Money amount,
        @Nullable String code,
        @Nullable String detail,
        int attempts,
        Instant createdAt,
        @Nullable Instant paidAt)
        implements Serializable {

    /** What a customer is told; svc-payment's own states are finer. */
    public enum Status {
        /** The outcome is not known yet, and work goes on: ask again. */
        PROCESSING,
        /** Final. */
        PAID,
        /** Final for its key; {@link #code()} says why. Nothing was taken. */
        REFUSED,
        /** A technical reason stopped it and no money is held: the same key tries again. */
        FAILED
    }
}
