package io.microecommerce.customer.ledger;

import io.microecommerce.api.money.Money;

/**
 * Commission to be entered.
 *
 * @param customerId who earned it, not who paid
 * @param paymentId the cause: one payment is awarded once
 * @param rateBasisPoints the rate that the amount was computed with
 */
public record CommissionEntry(String customerId, String orderId, String paymentId, Money amount, int rateBasisPoints) {

    public CommissionEntry {
        if (amount.minor() < 0) {
            throw new IllegalArgumentException("An award is not negative, was " + amount.minor());
        }
    }
}
