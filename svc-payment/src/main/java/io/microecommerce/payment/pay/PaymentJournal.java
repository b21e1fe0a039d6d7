package io.microecommerce.payment.pay;

import org.jspecify.annotations.Nullable;

/**
 * What happened to a payment besides its moves, which {@link Payments} journals itself, each in the statement that makes it. A
 * note is for people who read the timeline: nothing depends on it, it is written at best, and it never throws.
 */
public interface PaymentJournal {

    /**
     * @param xid where a global transaction is meant
     * @param detail an answer or a reason, where the kind has one
     */
    void note(Note kind, String paymentId, int attempt, @Nullable String xid, @Nullable String detail);

    /** The kinds; their names are kept in the journal, and read by the timeline. */
    enum Note {
        /** The broker has stored the half message. */
        HALF_SENT,
        /** The TC has begun the global transaction. */
        BEGUN,
        /** Every Try has succeeded, and the TC is being told to commit. */
        COMMIT_ASKED,
        /** A Try has failed, the detail says which and why, and the TC is being told to roll back. */
        ROLLBACK_ASKED,
        /** The TC did not answer; the row will tell how it ended. */
        TC_SILENT,
        /** The broker was told what to do with the half message, as the detail says. */
        ANSWERED,
        /** The broker asked what became of the half message, and was told what the detail says. */
        CHECKED_BACK,
        /** The message is sent again, because it has not come back. */
        REPUBLISHED
    }
}
