package io.microecommerce.order.notification;

import io.microecommerce.order.paging.Cursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stored notifications. */
public interface StaffNotifications {

    /** Stores the notification unless the order has one of this kind. */
    void add(StaffNotification.Kind kind, String orderId, String text);

    /**
     * The newest first.
     *
     * @param after null for the first page
     */
    List<StaffNotification> newest(@Nullable Cursor after, int limit);
}
