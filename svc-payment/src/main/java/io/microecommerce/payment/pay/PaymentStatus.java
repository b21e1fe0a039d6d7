package io.microecommerce.payment.pay;

/** Where a payment stands, and what may follow. Every move is one compare-and-set on status and attempt. */
public enum PaymentStatus {
    /**
     * The customer has yet to confirm at the provider. May become INITIATED (a callback or a query says that the money is
     * captured), CLOSED (a query says that it never was).
     */
    AWAITING_PROVIDER,
    /**
     * Opened. May become HELD (Try), REFUSED (the TM, after a business refusal), EXPIRED (check-back or sweeper past {@code
     * decide_by}, or the TM that gives its own attempt up), INITIATED of the next attempt (a retry, once the lease lapsed).
     */
    INITIATED,
    /** The money, in the wallet or captured, is frozen under the row's XID. May become PAID (Confirm), RELEASED (Cancel). */
    HELD,
    /** Final: the money is gone from the wallet, and {@code paid_at} says when. */
    PAID,
    /**
     * The money is back in the wallet. May become REFUSED (the TM, after a business refusal), INITIATED (next attempt, after a
     * technical failure).
     */
    RELEASED,
    /** Final for its key, with a code. */
    REFUSED,
    /** Never held anything; a Try that wakes up late loses. May become INITIATED (next attempt). */
    EXPIRED,
    /** Final for its key: nothing was captured in time. What is captured later goes back. */
    CLOSED
}
