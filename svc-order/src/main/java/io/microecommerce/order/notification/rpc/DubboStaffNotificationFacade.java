package io.microecommerce.order.notification.rpc;

import io.microecommerce.api.Limits;
import io.microecommerce.api.order.NotifyStaffCommand;
import io.microecommerce.api.order.StaffNotificationFacade;
import io.microecommerce.api.order.StaffNotificationPage;
import io.microecommerce.api.order.StaffNotificationView;
import io.microecommerce.order.notification.NotifyStaff;
import io.microecommerce.order.notification.ReadNotifications;
import io.microecommerce.order.notification.StaffNotification;
import io.microecommerce.order.paging.Page;
import java.time.Instant;
import java.util.List;
import org.apache.dubbo.config.annotation.DubboService;
import org.jspecify.annotations.Nullable;

/** The staff's notifications, to read them and to add one. */
@DubboService
class DubboStaffNotificationFacade implements StaffNotificationFacade {

    private final ReadNotifications read;
    private final NotifyStaff notify;

    DubboStaffNotificationFacade(ReadNotifications read, NotifyStaff notify) {
        this.read = read;
        this.notify = notify;
    }

    @Override
    public StaffNotificationPage notifications(boolean unreadOnly, @Nullable String cursor, int size) {
        Page<StaffNotificationView> page =
                read.notifications(unreadOnly, cursor, size).map(DubboStaffNotificationFacade::view);
        return new StaffNotificationPage(page.items(), page.next());
    }

    @Override
    public List<StaffNotificationView> since(Instant moment, int size) {
        return read.since(moment, size).stream()
                .map(DubboStaffNotificationFacade::view)
                .toList();
    }

    @Override
    public StaffNotificationView markRead(String notificationId, String staffId) {
        return view(read.markRead(
                Limits.requireId("notification_id", notificationId), Limits.requireId("staff_id", staffId)));
    }

    @Override
    public void notifyStaff(NotifyStaffCommand command) {
        notify.onBehalf(command);
    }

    private static StaffNotificationView view(StaffNotification notification) {
        return new StaffNotificationView(
                notification.id(),
                notification.kind().name(),
                notification.subjectId(),
                notification.text(),
                notification.createdAt(),
                notification.readAt(),
                notification.readBy());
    }
}
