package io.microecommerce.e2e.faults;

/** A guard of the protocol taken away, to see that the checker notices. Each is a bug that was made somewhere, and can be made again. */
public enum Mutation {
    /** Try, Confirm and Cancel run without Seata's fence. */
    FENCE_OFF,
    /** Effects of events are applied without a look at the inbox, and without a row in it. */
    INBOX_OFF,
    /** The stock's Try runs outside the global transaction: the XID did not arrive, and nobody insists on it. */
    XID_LOST,
    /** A check-back that finds no row answers rollback. */
    ROLLBACK_ON_NO_ROW,
    /** An empty Cancel leaves no mark, so that the Try which comes after it holds. */
    TRY_AFTER_CANCEL,
    /** The order's Cancel looks for the order only, and runs without the fence, which would cover for that. */
    CANCEL_WITHOUT_XID,
    /** Nobody sends the event of a paid order again. */
    RECONCILER_OFF,
    /** The order's Confirm refuses. */
    CONFIRM_REFUSES
}
