package io.microecommerce.order.notification;

import java.time.Instant;

/** Something that the staff should know, once for an order and kind. */
public record StaffNotification(String id, Kind kind, String orderId, String text, Instant createdAt) {

    /** What happened. The names stand in the database. */
    public enum Kind {
        ORDER_PAID
    }
}
