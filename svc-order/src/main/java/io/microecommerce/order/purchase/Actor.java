package io.microecommerce.order.purchase;

/** Who changes an order's status. The names stand in the database. */
public enum Actor {
    CUSTOMER,
    STAFF,
    /** A payment, through its global transaction. */
    PAYMENT,
    /** A refund, through its global transaction. */
    REFUND,
    /** The end of the payment window. */
    TIMER
}
