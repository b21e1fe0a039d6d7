package io.microecommerce.api.branch;

/** What a participant's fence remembers of a global transaction. */
public enum FenceState {
    /** Nothing: its Try never committed, and no Cancel came. */
    ABSENT,
    /** Try is done, and neither Confirm nor Cancel came yet. May become COMMITTED or ROLLED_BACK. */
    TRIED,
    /** Confirm is done. Final. */
    COMMITTED,
    /** Cancel is done. Final. */
    ROLLED_BACK,
    /** Cancel came before Try, which is refused by this. Final. */
    SUSPENDED,
    /** Several rows that do not say the same: nobody but a person can tell. */
    CONFLICTING
}
