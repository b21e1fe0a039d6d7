package io.microecommerce.order.notification.rpc;

import io.microecommerce.api.order.StaffNotificationFacade;
import io.microecommerce.api.order.StaffNotificationPage;
import io.microecommerce.api.order.StaffNotificationView;
import io.microecommerce.order.notification.ReadNotifications;
import io.microecommerce.order.notification.StaffNotification;
import io.microecommerce.order.paging.Page;
import org.apache.dubbo.config.annotation.DubboService;
import org.jspecify.annotations.Nullable;

/** The staff's list of notifications. */
@DubboService
class DubboStaffNotificationFacade implements StaffNotificationFacade {

    private final ReadNotifications read;

    DubboStaffNotificationFacade(ReadNotifications read) {
        this.read = read;
    }

    @Override
    public StaffNotificationPage notifications(@Nullable String cursor, int size) {
        Page<StaffNotificationView> page = read.notifications(cursor, size).map(DubboStaffNotificationFacade::view);
        return new StaffNotificationPage(page.items(), page.next());
    }

    private static StaffNotificationView view(StaffNotification notification) {
        return new StaffNotificationView(
                notification.id(),
                notification.kind().name(),
                notification.orderId(),
                notification.text(),
                notification.createdAt());
    }
}
