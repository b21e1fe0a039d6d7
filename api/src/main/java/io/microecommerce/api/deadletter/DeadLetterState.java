package io.microecommerce.api.deadletter;

/** OPEN becomes REDRIVEN or DISCARDED, and those become nothing else. */
public enum DeadLetterState {
    /** Nobody has dealt with it. */
    OPEN,
    /** The consumer took it at last. */
    REDRIVEN,
    /** A member of the staff settled it without its effect. */
    DISCARDED
}
