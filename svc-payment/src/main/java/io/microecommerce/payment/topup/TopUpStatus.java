package io.microecommerce.payment.topup;

/** Where a top-up stands. */
public enum TopUpStatus {
    /** The customer has yet to confirm at the provider. May become any other. */
    AWAITING_PROVIDER,
    /** Final: the money is in the wallet. */
    CREDITED,
    /** Final: the provider took something else than it was asked for, and that goes back. */
    REFUSED,
    /** Nothing was taken in time. May become CREDITED all the same: money that comes late is the customer's. */
    CLOSED
}
