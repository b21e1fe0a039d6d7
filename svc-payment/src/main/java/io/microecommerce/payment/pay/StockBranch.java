package io.microecommerce.payment.pay;

import io.microecommerce.api.error.Refusal;

/** svc-product's stock, as the protocol needs it. */
public interface StockBranch {

    /** The Try of the stock; the XID must be bound. */
    void reserve(PayAttempt attempt) throws Refusal;
}
