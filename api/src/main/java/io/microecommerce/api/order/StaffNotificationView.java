package io.microecommerce.api.order;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something the staff should know.
 *
 * @param kind {@code ORDER_PAID}, {@code ORDER_REFUNDED}, {@code LOW_STOCK} or {@code MONEY_GOES_BACK}
 * @param subjectId id of what it is about: of an order for ORDER_PAID and ORDER_REFUNDED, of a SKU for LOW_STOCK, of a
 *     payment or top-up for MONEY_GOES_BACK
 * @param readAt null until somebody has read it
 * @param readBy the first who did
 */
public record StaffNotificationView(
        String id,
        String kind,
        String subjectId,
        String text,
        Instant createdAt,
        @Nullable Instant readAt,
        @Nullable String readBy)
        implements Serializable {}
