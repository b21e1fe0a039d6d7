package io.microecommerce.api.order;

/** Where an order stands, and what may follow. */
public enum OrderStatus {
    /** May become PAYING (Try), CANCELLED (customer, or the payment window has closed). */
    PENDING_PAYMENT,
    /** A payment holds the order. May become PAID (Confirm), PENDING_PAYMENT (Cancel). */
    PAYING,
    /** May become SHIPPED (staff), REFUNDING (Try of a refund). */
    PAID,
    /** On its way. May become COMPLETED (staff), REFUNDING (Try of a refund). */
    SHIPPED,
    /** May become REFUNDING (Try of a refund). */
    COMPLETED,
    /** A refund holds the order. May become REFUNDED (Confirm), or again what it was: PAID, SHIPPED or COMPLETED (Cancel). */
    REFUNDING,
    /** Final: the payment goes back to the customer. */
    REFUNDED,
    /** Final. */
    CANCELLED
}
