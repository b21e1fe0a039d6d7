package io.microecommerce.payment.pay;

import io.microecommerce.api.error.Refusal;

/** This service's own branch. */
public interface MoneyBranch {

    /** The Try of the payment; the XID must be bound. */
    void hold(PayAttempt attempt) throws Refusal;
}
