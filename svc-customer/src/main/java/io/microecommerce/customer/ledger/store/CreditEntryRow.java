package io.microecommerce.customer.ledger.store;

import io.microecommerce.api.customer.CreditView;
import java.time.OffsetDateTime;

/** @param total the sum of all the customer's entries, beyond the newest too */
record CreditEntryRow(String orderId, String cause, long points, OffsetDateTime createdAt, long total) {

    CreditView.Entry toEntry() {
        return new CreditView.Entry(orderId, cause, points, createdAt.toInstant());
    }
}
