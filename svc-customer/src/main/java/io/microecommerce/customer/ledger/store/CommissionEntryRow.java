package io.microecommerce.customer.ledger.store;

import io.microecommerce.api.customer.CommissionView;
import io.microecommerce.api.money.Money;
import java.time.OffsetDateTime;

/** @param totalMinor the sum of all the customer's entries in the shop's currency, beyond the newest too */
record CommissionEntryRow(
        String orderId,
        String cause,
        long amountMinor,
        String currency,
        int rateBasisPoints,
        OffsetDateTime createdAt,
        long totalMinor) {

    CommissionView.Entry toEntry() {
        return new CommissionView.Entry(
                orderId, cause, new Money(currency, amountMinor), rateBasisPoints, createdAt.toInstant());
    }
}
