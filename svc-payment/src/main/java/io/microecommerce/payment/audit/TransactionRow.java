package io.microecommerce.payment.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the staff's list: a payment under way, or a case.
 *
 * @param key what tells it apart within its moment
 * @param verdict null of a payment without an open case
 * @param closed whether the case is closed
 * @param paymentStatus null of a case
 */
public record TransactionRow(
        String key,
        @Nullable String xid,
        @Nullable String paymentId,
        @Nullable String orderId,
        @Nullable String paymentStatus,
        int attempt,
        Instant since,
        Verdict.@Nullable Kind verdict,
        boolean closed) {

    /** Whether a refund is under way, which may hold nothing yet. */
    boolean ofRefund() {
        return key.startsWith("refund-");
    }
}
