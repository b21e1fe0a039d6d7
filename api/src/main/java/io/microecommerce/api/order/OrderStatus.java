package io.microecommerce.api.order;

/** Where an order stands, and what may follow. */
public enum OrderStatus {
    /** May become PAYING (Try), CANCELLED (customer, or the payment window has closed). */
    PENDING_PAYMENT,
    /** A payment holds the order. May become PAID (Confirm), PENDING_PAYMENT (Cancel). */
    PAYING,
    /** May become SHIPPED (staff). */
    PAID,
    /** On its way. May become COMPLETED (staff). */
    SHIPPED,
    /** Final. */
    COMPLETED,
    /** Final. */
    CANCELLED
}
