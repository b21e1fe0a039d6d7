package io.microecommerce.customer.ledger;

import io.microecommerce.api.customer.CommissionView;

/** All commission entries; append-only. */
public interface CommissionLedger {

    /** Most entries in a view. */
    int NEWEST = 100;

    /** The currency of the shop: the total of a view counts entries in this one. */
    String CURRENCY = "CNY";

    /** Fails if the entry's payment has been awarded before. */
    void add(CommissionEntry entry);

    /** Enters the opposite of the payment's award, once; nothing if it has no award. */
    void takeBack(String paymentId);

    /** @return the sum of all entries and the newest of them; zero and none for a customer without any */
    CommissionView view(String customerId);
}
