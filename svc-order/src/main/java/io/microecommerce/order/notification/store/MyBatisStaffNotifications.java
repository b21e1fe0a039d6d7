package io.microecommerce.order.notification.store;

import io.microecommerce.order.notification.StaffNotification;
import io.microecommerce.order.notification.StaffNotifications;
import io.microecommerce.order.paging.Cursor;
import java.util.List;
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
    public void add(StaffNotification.Kind kind, String orderId, String text) {
        notifications.insert(UUID.randomUUID().toString(), kind, orderId, text);
    }

    @Override
    public List<StaffNotification> newest(@Nullable Cursor after, int limit) {
        return after == null
                ? notifications.newest(limit)
                : notifications.olderThan(after.createdAt(), after.id(), limit);
    }
}
