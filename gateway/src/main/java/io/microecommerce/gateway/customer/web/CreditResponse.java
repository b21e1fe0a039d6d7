package io.microecommerce.gateway.customer.web;

import io.microecommerce.api.customer.CreditView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param points the sum of all entries
 * @param items the newest entries, the newest first
 * @param next always null: what is older is not listed
 */
record CreditResponse(long points, List<CreditEntry> items, @Nullable String next) {

    static CreditResponse of(CreditView credit) {
        return new CreditResponse(
                credit.points(), credit.items().stream().map(CreditEntry::of).toList(), null);
    }

    record CreditEntry(String orderId, String paymentId, long points, Instant createdAt) {

        static CreditEntry of(CreditView.Entry entry) {
            return new CreditEntry(entry.orderId(), entry.paymentId(), entry.points(), entry.createdAt());
        }
    }
}
