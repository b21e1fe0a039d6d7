package io.microecommerce.order.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that the staff should know, once for a kind and cause.
 *
 * @param subjectId of what it is about
 * @param readAt null, as who read it, until somebody has
 * @param readBy the first who did
 */
public record StaffNotification(
        String id,
        Kind kind,
        String subjectId,
        String text,
        Instant createdAt,
        @Nullable Instant readAt,
        @Nullable String readBy) {

    /** What happened. The names stand in the database. */
    public enum Kind {
        /** About an order. */
        ORDER_PAID,
        /** About an order. */
        ORDER_REFUNDED,
        /** About a SKU. */
        LOW_STOCK,
        /** About a payment or a top-up: what was captured for it buys nothing. */
        MONEY_GOES_BACK
    }
}
