package io.microecommerce.order.purchase;

/** Why an order is cancelled. The names stand in the database. */
public enum CancelReason {
    BY_CUSTOMER,
    /** It was not paid in time. */
    PAYMENT_WINDOW_CLOSED
}
