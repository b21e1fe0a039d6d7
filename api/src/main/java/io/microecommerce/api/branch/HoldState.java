package io.microecommerce.api.branch;

/** What stands under a global transaction in a participant's own rows, beside its fence. */
public enum HoldState {
    /** Nothing is held, and nothing was confirmed. */
    NONE,
    /** Money is frozen, the order is PAYING, pieces are reserved; of a refund: it is HELD, the order REFUNDING, pieces RETURNING. */
    HELD,
    /** The payment is PAID, the order is paid, the pieces are SOLD; of a refund: money, order and pieces are given back. */
    CONFIRMED
}
