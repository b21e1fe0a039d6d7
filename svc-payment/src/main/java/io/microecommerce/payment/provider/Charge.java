package io.microecommerce.payment.provider;

import io.microecommerce.api.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One trade at the provider, as its row stood when it was read.
 *
 * @param id the provider's out_trade_no: the id of the payment or the top-up
 * @param customerId null if and only if the purpose is UNKNOWN
 * @param amount what the provider is asked to collect
 * @param description what the customer reads at the provider
 * @param codeUrl what the customer scans; null until the provider has given it
 * @param expired whether the provider takes no money for it any more, by the database's clock
 * @param captured what the provider has taken; null before that
 * @param transactionId the provider's id of the capture
 */
public record Charge(
        String id,
        Purpose purpose,
        @Nullable String customerId,
        Money amount,
        String description,
        ChargeState state,
        @Nullable String codeUrl,
        Instant expiresAt,
        boolean expired,
        @Nullable Money captured,
        @Nullable String transactionId,
        @Nullable Instant capturedAt) {

    /** Whether the customer can still be shown what to scan. */
    public boolean payable() {
        return state == ChargeState.OPEN && !expired;
    }
}
