package io.microecommerce.gateway.transaction.web;

import io.microecommerce.api.payment.AuditCaseView;
import io.microecommerce.api.payment.TransactionView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A global transaction of a payment.
 *
 * @param name what the Seata console calls it, {@code pay-order} or {@code refund-order}; null from a svc-payment of the version before
 * @param xid null while the payment holds nothing
 * @param paymentStatus INITIATED or HELD; null if the payment is not under way
 * @param coordinatorStatus null if the coordinator does not answer, or need not be asked
 * @param branches empty if a participant does not answer
 * @param cases what the auditor found, the newest first; in a list at most one
 */
record TransactionResponse(
        @Nullable String name,
        @Nullable String xid,
        TransactionView.State state,
        @Nullable String paymentId,
        @Nullable String orderId,
        @Nullable String paymentStatus,
        int attempt,
        Instant since,
        @Nullable String coordinatorStatus,
        List<BranchResponse> branches,
        List<CaseResponse> cases) {

    static TransactionResponse of(TransactionView transaction) {
        return new TransactionResponse(
                transaction.name(),
                transaction.xid(),
                transaction.state(),
                transaction.paymentId(),
                transaction.orderId(),
                transaction.paymentStatus(),
                transaction.attempt(),
                transaction.since(),
                transaction.coordinatorStatus(),
                transaction.branches().stream().map(BranchResponse::of).toList(),
                transaction.cases().stream().map(CaseResponse::of).toList());
    }

    /** What the auditor found, why it did what, and what people did. */
    record CaseResponse(
            String id,
            String verdict,
            String rule,
            String why,
            String found,
            Instant firstSeenAt,
            Instant lastSeenAt,
            @Nullable String failure,
            @Nullable Instant closedAt,
            @Nullable String closedBy,
            @Nullable String outcome,
            List<ActionResponse> actions) {

        static CaseResponse of(AuditCaseView found) {
            return new CaseResponse(
                    Long.toString(found.id()),
                    found.verdict(),
                    found.rule(),
                    found.why(),
                    found.found(),
                    found.firstSeenAt(),
                    found.lastSeenAt(),
                    found.failure(),
                    found.closedAt(),
                    found.closedBy(),
                    found.outcome(),
                    found.actions().stream().map(ActionResponse::of).toList());
        }
    }

    /** Something that was done, by the auditor or a member of the staff. */
    record ActionResponse(
            Instant at, String actor, String action, String rule, String reason, String found, String result) {

        static ActionResponse of(AuditCaseView.Action action) {
            return new ActionResponse(
                    action.at(),
                    action.actor(),
                    action.action(),
                    action.rule(),
                    action.reason(),
                    action.found(),
                    action.result());
        }
    }
}
