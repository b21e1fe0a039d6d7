package io.microecommerce.api.customer;

import io.microecommerce.api.money.Money;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * What a customer has earned by the orders of those they referred.
 *
 * @param total the sum of all entries
 * @param items the newest entries first, at most 100
 */
public record CommissionView(Money total, List<Entry> items) implements Serializable {

    public CommissionView {
        items = List.copyOf(items);
    }

    /** @param rateBasisPoints the rate in force when the entry was made, in hundredths of a percent */
    public record Entry(String orderId, String paymentId, Money amount, int rateBasisPoints, Instant createdAt)
            implements Serializable {}
}
