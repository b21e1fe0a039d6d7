package io.microecommerce.payment.provider;

/** Why money goes back through the provider. */
public enum RefundCause {
    /** Somebody asked for it: the staff, or the customer. */
    REFUND,
    /** The money was captured, and then the payment was refused: the order was cancelled, paid otherwise or out of stock. */
    REFUSED,
    /** The money was captured after the payment was closed. */
    LATE,
    /** What was captured is not what was asked for, or was never asked for. */
    MISMATCH
}
