package io.microecommerce.customer.ledger;

/**
 * Points to be entered.
 *
 * @param customerId who earned them
 * @param paymentId the cause: one payment is awarded once
 */
public record CreditEntry(String customerId, String orderId, String paymentId, long points) {

    public CreditEntry {
        if (points < 0) {
            throw new IllegalArgumentException("An award is not negative, was " + points);
        }
    }
}
