package io.microecommerce.gateway.customer.web;

import io.microecommerce.api.customer.CommissionView;
import io.microecommerce.api.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param total the sum of all entries
 * @param items the newest entries, the newest first
 * @param next always null: what is older is not listed
 */
record CommissionResponse(Money total, List<CommissionEntry> items, @Nullable String next) {

    static CommissionResponse of(CommissionView commission) {
        return new CommissionResponse(
                commission.total(),
                commission.items().stream().map(CommissionEntry::of).toList(),
                null);
    }

    /** @param rateBasisPoints the rate in force then, in hundredths of a percent */
    record CommissionEntry(String orderId, String paymentId, Money amount, int rateBasisPoints, Instant createdAt) {

        static CommissionEntry of(CommissionView.Entry entry) {
            return new CommissionEntry(
                    entry.orderId(), entry.paymentId(), entry.amount(), entry.rateBasisPoints(), entry.createdAt());
        }
    }
}
