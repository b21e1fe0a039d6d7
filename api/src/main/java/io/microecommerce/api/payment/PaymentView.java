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
 * @param codeUrl what the customer scans; null unless AWAITING_PROVIDER, and where the provider has not given it yet
 * @param payUntil when the provider stops taking money for it; null unless AWAITING_PROVIDER
 * @param refund how far captured money is on its way back; null where none goes back
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
        @Nullable Instant paidAt,
        @Nullable String codeUrl,
        @Nullable Instant payUntil,
        @Nullable Refund refund)
        implements Serializable {

    /** What a customer is told; svc-payment's own states are finer. */
    public enum Status {
        /** The outcome is not known yet, and work goes on: ask again. */
        PROCESSING,
        /** Final. */
        PAID,
        /** Final for its key; {@link #code()} says why. Nothing was taken, or it goes back: see {@link #refund()}. */
        REFUSED,
        /** A technical reason stopped it and no money is held: the same key tries again. */
        FAILED,
        /** The customer has yet to confirm at the provider: show {@link #codeUrl()}; without one, repeat the same key. */
        AWAITING_PROVIDER,
        /** Final for its key: the customer did not confirm in time, or the order is gone. */
        CLOSED
    }

    /** Captured money that does not buy anything. */
    public enum Refund {
        /** It is being given back, until the provider confirms. */
        UNDER_WAY,
        /** The provider has given it back. */
        DONE
    }
}
