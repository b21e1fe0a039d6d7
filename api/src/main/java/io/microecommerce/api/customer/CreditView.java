package io.microecommerce.api.customer;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * Credit points a customer has earned by paid orders.
 *
 * @param points the sum of all entries
 * @param items the newest entries first, at most 100
 */
public record CreditView(long points, List<Entry> items) implements Serializable {

    public CreditView {
        items = List.copyOf(items);
    }

    /** @param paymentId the payment that caused the entry */
    public record Entry(String orderId, String paymentId, long points, Instant createdAt) implements Serializable {}
}
