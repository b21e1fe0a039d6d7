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
record CommissionResponse(Money total, List<Entry> items, @Nullable String next) {

    static CommissionResponse of(CommissionView commission) {
        return new CommissionResponse(
                commission.total(), commission.items().stream().map(Entry::of).toList(), null);
    }

    /** @param rateBasisPoints the rate in force then, in hundredths of a percent */
    record Entry(String orderId, String paymentId, Money amount, int rateBasisPoints, Instant createdAt) {

        static Entry of(CommissionView.Entry entry) {
            return new Entry(
                    entry.orderId(), entry.paymentId(), entry.amount(), entry.rateBasisPoints(), entry.createdAt());
        }
    }
}
