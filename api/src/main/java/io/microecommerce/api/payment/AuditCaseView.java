package io.microecommerce.api.payment;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the auditor found of a global transaction.
 *
 * @param verdict WAIT, CONFIRM, CANCEL, PAGE or SETTLED
 * @param rule which rule led there
 * @param found each participant's fence and rows at the newest look, in words
 * @param failure why the newest attempt to settle it did not succeed
 * @param closedBy {@code auditor}, {@code coordinator}, or the id of a staff member; null while it is open
 * @param actions what was done, the oldest first
 */
public record AuditCaseView(
        long id,
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
        List<Action> actions)
        implements Serializable {

    /**
     * @param actor {@code auditor}, or the id of a staff member
     * @param action CONFIRM, CANCEL or ACCEPT
     * @param found the branches before, in words
     * @param result the branches after, in words
     */
    public record Action(
            Instant at, String actor, String action, String rule, String reason, String found, String result)
            implements Serializable {}

    public AuditCaseView {
        actions = List.copyOf(actions);
    }
}
