package io.microecommerce.customer.ledger;

import io.microecommerce.api.customer.CreditView;

/** All credit entries; append-only. */
public interface CreditLedger {

    /** Most entries in a view. */
    int NEWEST = 100;

    /** Fails if the entry's payment has been awarded before. */
    void add(CreditEntry entry);

    /** Enters the opposite of the payment's award, once; nothing if it has no award. */
    void takeBack(String paymentId);

    /** @return the sum of all entries and the newest of them; zero and none for a customer without any */
    CreditView view(String customerId);
}
