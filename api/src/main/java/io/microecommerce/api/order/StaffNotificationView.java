package io.microecommerce.api.order;

import java.io.Serializable;
import java.time.Instant;

/**
 * Something the staff should know.
 *
 * @param kind {@code ORDER_PAID}
 */
public record StaffNotificationView(String id, String kind, String orderId, String text, Instant createdAt)
        implements Serializable {}
