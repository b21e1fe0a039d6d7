package io.microecommerce.payment.refund;

/** Where a refund stands, and what may follow. Every move is one compare-and-set. */
public enum RefundStatus {
    /**
     * Opened. May become HELD (Try), REFUSED (the TM, after a business refusal), EXPIRED (check-back or sweeper past {@code
     * decide_by}, or the TM that gives its own attempt up), INITIATED of the next attempt (a retry, once the lease lapsed).
     */
    INITIATED,
    /** Its payment is being given back under the row's XID. May become GIVEN or DONE (Confirm), RELEASED (Cancel). */
    HELD,
    /** The order is refunded, and the provider has yet to give the money back. May become DONE (the provider has confirmed). */
    GIVEN,
    /** Final: the customer has the money. */
    DONE,
    /** The payment stands. May become REFUSED (the TM, after a business refusal), INITIATED (next attempt). */
    RELEASED,
    /** Final for its key, with a code. */
    REFUSED,
    /** Never held anything; a Try that wakes up late loses. May become INITIATED (next attempt). */
    EXPIRED
}
