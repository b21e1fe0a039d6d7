package io.microecommerce.order.notification;

import io.microecommerce.api.Limits;
import io.microecommerce.order.paging.Cursor;
import io.microecommerce.order.paging.Page;
import org.jspecify.annotations.Nullable;

/** The staff's list. */
public class ReadNotifications {

    private final StaffNotifications notifications;

    public ReadNotifications(StaffNotifications notifications) {
        this.notifications = notifications;
    }

    /**
     * The newest first.
     *
     * @throws io.microecommerce.api.error.Refusal {@code INVALID_FIELD} for a cursor that no page gave, or a size out of bounds
     */
    public Page<StaffNotification> notifications(@Nullable String cursor, int size) {
        Limits.requirePageSize(size);
        Cursor after = cursor == null ? null : Cursor.decode(cursor);
        return Page.of(
                notifications.newest(after, size + 1),
                size,
                notification -> new Cursor(notification.createdAt(), notification.id()));
    }
}
