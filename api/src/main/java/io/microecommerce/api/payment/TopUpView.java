package io.microecommerce.api.payment;

import io.microecommerce.api.money.Money;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A top-up as its customer sees it.
 *
 * @param codeUrl what the customer scans; null unless AWAITING_PROVIDER, and where the provider has not given it yet
 * @param payUntil when the provider stops taking money for it; null unless AWAITING_PROVIDER
 * @param creditedAt set if and only if CREDITED
 */
public record TopUpView(
        String id,
        Status status,
        Money amount,
        @Nullable String codeUrl,
        @Nullable Instant payUntil,
        Instant createdAt,
        @Nullable Instant creditedAt)
        implements Serializable {

    /** What became of it. */
    public enum Status {
        /** The customer has yet to confirm: show {@link #codeUrl()}; without one, repeat the same key. */
        AWAITING_PROVIDER,
        /** Final: the money is in the wallet. */
        CREDITED,
        /** Final: the provider took another amount than it was asked for, and that goes back. */
        REFUSED,
        /** The customer did not confirm in time. */
        CLOSED
    }
}
