package io.microecommerce.payment.provider;

/** Where the money of a charge is. Every move is one compare-and-set. */
public enum ChargeState {
    /** The customer may pay. May become CAPTURED, CLOSED, RETURNED (captured, and not what was asked for). */
    OPEN,
    /** Nothing was taken. May become CAPTURED or RETURNED all the same, where the provider says so late. */
    CLOSED,
    /** The provider has the customer's money. May become FROZEN (Try), CREDITED, RETURNED. */
    CAPTURED,
    /** A payment holds it. May become SPENT (Confirm), CAPTURED (Cancel). */
    FROZEN,
    /** Final: it has paid an order. What is refunded later stands in rows of its own. */
    SPENT,
    /** Final: it is in a wallet. */
    CREDITED,
    /** Final: it goes back, and a {@link ProviderRefund} says how far it is. */
    RETURNED
}
