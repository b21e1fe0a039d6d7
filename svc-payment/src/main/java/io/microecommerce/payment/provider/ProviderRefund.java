package io.microecommerce.payment.provider;

import io.microecommerce.api.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way back through the provider.
 *
 * @param id the provider's out_refund_no: each repetition asks with it, so the provider pays back once
 * @param chargeId what was captured: the id of the payment or the top-up
 * @param reason in words, for the staff
 * @param attempts how often the provider was asked
 * @param lastError what the provider said last, where it did not go well
 * @param doneAt set if and only if the state is DONE
 */
public record ProviderRefund(
        String id,
        String chargeId,
        Money amount,
        RefundCause cause,
        String reason,
        RefundState state,
        int attempts,
        @Nullable String lastError,
        Instant queuedAt,
        @Nullable Instant doneAt) {}
