package io.microecommerce.order.notification;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.order.paging.Cursor;
import io.microecommerce.order.paging.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The staff's list, and what they have read of it. */
public class ReadNotifications {

    private final StaffNotifications notifications;

    public ReadNotifications(StaffNotifications notifications) {
        this.notifications = notifications;
    }

    /**
     * The newest first.
     *
     * @throws Refusal {@code INVALID_FIELD} for a cursor that no page gave, or a size out of bounds
     */
    public Page<StaffNotification> notifications(boolean unreadOnly, @Nullable String cursor, int size) {
        Limits.requirePageSize(size);
        Cursor after = cursor == null ? null : Cursor.decode(cursor);
        return Page.of(
                notifications.newest(unreadOnly, after, size + 1),
                size,
                notification -> new Cursor(notification.createdAt(), notification.id()));
    }

    /**
     * From that moment on, the oldest first.
     *
     * @throws Refusal {@code INVALID_FIELD} for a size out of bounds
     */
    public List<StaffNotification> since(Instant moment, int size) {
        return notifications.since(moment, Limits.requirePageSize(size));
    }

    /**
     * The first reader stays.
     *
     * @throws Refusal {@code NOTIFICATION_NOT_FOUND}
     */
    public StaffNotification markRead(String notificationId, String staffId) {
        notifications.markRead(notificationId, staffId);
        return notifications
                .find(notificationId)
                .orElseThrow(() -> new Refusal(
                        ErrorCode.NOTIFICATION_NOT_FOUND, "There is no notification " + notificationId + "."));
    }
}
