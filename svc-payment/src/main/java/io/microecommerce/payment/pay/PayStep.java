package io.microecommerce.payment.pay;

/** The steps of an attempt, in their order; between any two of them the process may die. */
public enum PayStep {
    /** svc-order has told amount and lines. */
    ORDER_READ,
    /** The row stands. */
    INSERTED,
    /** The broker has the half message. */
    HALF_SENT,
    /** Every Try has returned. */
    TRIED,
    /** The TC was told to commit, and answered. */
    COMMITTED,
    /** The TC was told to roll back, and answered. */
    ROLLED_BACK,
    /** The broker was told what the row says. */
    MESSAGE_ENDED
}
