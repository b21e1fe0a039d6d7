package io.microecommerce.payment.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the auditor found of one global transaction.
 *
 * @param found what each participant's fence and rows said at the newest look, in words
 * @param failure why the newest attempt to settle it did not succeed; null if there was none, or it succeeded
 * @param closedBy {@code auditor}, {@code coordinator}, or the id of a staff member; null while it is open
 */
public record AuditCase(
        long id,
        String xid,
        @Nullable String paymentId,
        @Nullable String orderId,
        Verdict verdict,
        String found,
        String coordinatorStatus,
        Instant firstSeenAt,
        Instant lastSeenAt,
        @Nullable String failure,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String outcome) {}
