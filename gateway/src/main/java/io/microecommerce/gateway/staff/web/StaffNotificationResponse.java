package io.microecommerce.gateway.staff.web;

import io.microecommerce.api.order.StaffNotificationView;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something the staff should know.
 *
 * @param kind {@code ORDER_PAID}, {@code ORDER_REFUNDED}, {@code LOW_STOCK} or {@code MONEY_GOES_BACK}, whose text names what it
 *     is about
 * @param orderId what it is about; null unless ORDER_PAID or ORDER_REFUNDED
 * @param skuId what it is about; null unless LOW_STOCK
 * @param readAt null until somebody has read it
 * @param readBy the first who did
 */
record StaffNotificationResponse(
        String id,
        String kind,
        @Nullable String orderId,
        @Nullable String skuId,
        String text,
        Instant createdAt,
        @Nullable Instant readAt,
        @Nullable String readBy) {

    private static final Set<String> OF_ORDERS = Set.of("ORDER_PAID", "ORDER_REFUNDED");
    private static final Set<String> OF_SKUS = Set.of("LOW_STOCK");

    static StaffNotificationResponse of(StaffNotificationView notification) {
        return new StaffNotificationResponse(
                notification.id(),
                notification.kind(),
                subject(notification, OF_ORDERS),
                subject(notification, OF_SKUS),
                notification.text(),
                notification.createdAt(),
                notification.readAt(),
                notification.readBy());
    }

    private static @Nullable String subject(StaffNotificationView notification, Set<String> kinds) {
        return kinds.contains(notification.kind()) ? notification.subjectId() : null;
    }
}
