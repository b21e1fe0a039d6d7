package io.microecommerce.order.notification.store;

import io.microecommerce.order.notification.StaffNotification;
import io.microecommerce.order.notification.StaffNotifications;
import io.microecommerce.order.paging.Cursor;
import io.microecommerce.order.paging.Moments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Staff notifications in PostgreSQL. */
@Repository
class MyBatisStaffNotifications implements StaffNotifications {

    private final StaffNotificationMapper notifications;

    MyBatisStaffNotifications(StaffNotificationMapper notifications) {
        this.notifications = notifications;
    }

    @Override
    public boolean add(StaffNotification.Kind kind, String subjectId, String cause, String text) {
        return notifications.insert(UUID.randomUUID().toString(), kind, subjectId, cause, text) == 1;
    }

    @Override
    public Optional<StaffNotification> find(String notificationId) {
        return Optional.ofNullable(notifications.byId(notificationId));
    }

    @Override
    public List<StaffNotification> newest(boolean unreadOnly, @Nullable Cursor after, int limit) {
        return notifications.newest(unreadOnly, after, limit);
    }

    @Override
    public List<StaffNotification> since(Instant moment, int limit) {
        return notifications.since(Moments.storable(moment), limit);
    }

    @Override
    public void markRead(String notificationId, String staffId) {
        notifications.markRead(notificationId, staffId);
    }
}
