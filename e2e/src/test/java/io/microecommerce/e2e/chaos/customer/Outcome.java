package io.microecommerce.e2e.chaos.customer;

/** What a customer knows after an operation. */
public enum Outcome {
    /** It was done, and acknowledged. */
    OK,
    /** It was not done, and will not be by this request. */
    REFUSED,
    /** It may have been done, or may still be: no answer, a time-out, 202 or 5xx. */
    UNKNOWN
}
