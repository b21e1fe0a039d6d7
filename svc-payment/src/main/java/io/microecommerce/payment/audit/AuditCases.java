package io.microecommerce.payment.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was found and done. Of each transaction at most one case is open. */
public interface AuditCases {

    /** The auditor's name in {@code closedBy} and {@code actor}. */
    String AUDITOR = "auditor";

    /** The coordinator's name in {@code closedBy}. */
    String COORDINATOR = "coordinator";

    Optional<AuditCase> open(String xid);

    /** Every case of the transaction, the newest first. */
    List<AuditCase> all(String xid);

    /** The transactions with an open case, the longest open first. */
    List<String> openXids(int limit);

    /** Opens a case, or writes the newest look into the one that is open. */
    AuditCase record(Finding finding);

    /** @param failure why it cannot be settled now */
    void failed(long caseId, String failure);

    void acted(long caseId, String actor, String action, String rule, String reason, String found, String result);

    /** Closes an open case; does nothing to a closed one. */
    void close(long caseId, String closedBy, String outcome);

    /** The oldest first. */
    List<AuditAction> actions(long caseId);

    /** How many cases are open, by verdict. */
    Map<Verdict.Kind, Long> openByVerdict();

    /** How many open cases could not be settled at the newest attempt. */
    long failing();
}
