package io.microecommerce.payment.topup;

import io.microecommerce.api.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A top-up as its row stood when it was read.
 *
 * @param creditedAt set if and only if the status is CREDITED
 */
public record TopUp(
        String id,
        String customerId,
        Money amount,
        TopUpStatus status,
        String requestHash,
        Instant createdAt,
        @Nullable Instant creditedAt) {}
