package io.microecommerce.api.payment;

import io.microecommerce.api.branch.BranchView;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A global transaction of a payment.
 *
 * @param xid null while the payment holds nothing
 * @param paymentStatus the protocol's own word, INITIATED or HELD; null if it is not under way
 * @param attempt of the payment under way; 0 if it is not
 * @param since when the payment's row last changed, or the case was opened
 * @param coordinatorStatus what the coordinator says now; null if it does not answer, or there is no XID
 * @param branches of each participant now; empty if one does not answer, or there is no XID
 * @param cases what the auditor found, the newest first; in a list at most one
 * @param name what the coordinator's console calls it, {@code pay-order} or {@code refund-order}; null from a service of the version
 *     before, which does not tell
 */
public record TransactionView(
        @Nullable String xid,
        State state,
        @Nullable String paymentId,
        @Nullable String orderId,
        @Nullable String paymentStatus,
        int attempt,
        Instant since,
        @Nullable String coordinatorStatus,
        List<BranchView> branches,
        List<AuditCaseView> cases,
        @Nullable String name)
        implements Serializable {

    /** What is the matter with it. */
    public enum State {
        /** A payment is under way, and nothing is known to be wrong. */
        IN_FLIGHT,
        /** The coordinator works on it, and does not come to an end. */
        STUCK,
        /** The coordinator has lost it, and the auditor is about to end it. */
        ORPHAN,
        /** A person must look. */
        PAGED,
        /** It hung, and has ended. */
        CLOSED
    }

    public TransactionView {
        branches = List.copyOf(branches);
        cases = List.copyOf(cases);
    }
}
