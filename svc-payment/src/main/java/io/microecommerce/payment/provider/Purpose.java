package io.microecommerce.payment.provider;

/** What a charge is for. */
public enum Purpose {
    PAYMENT,
    TOP_UP,
    /** The provider has taken money under a number that is none of ours. */
    UNKNOWN
}
