package io.microecommerce.product.stock.remote;

import io.microecommerce.api.order.NotifyStaffCommand;
import io.microecommerce.api.order.StaffNotificationFacade;
import io.microecommerce.product.stock.LowStock;
import io.microecommerce.product.stock.StaffNotices;
import io.microecommerce.service.rpc.Failures;
import org.apache.dubbo.rpc.RpcException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The staff notifications of svc-order, which takes each cause once. */
@Component
class DubboStaffNotices implements StaffNotices {

    private static final String LOW_STOCK = "LOW_STOCK";

    private static final Logger log = LoggerFactory.getLogger(DubboStaffNotices.class);

    private final StaffNotificationFacade notifications;

    DubboStaffNotices(StaffNotificationFacade notifications) {
        this.notifications = notifications;
    }

    @Override
    public void fewLeft(LowStock low, String title) {
        try {
            notifications.notifyStaff(command(low, title));
        } catch (RpcException unanswered) {
            // Also one that timed out: sent again, it is told once.
            log.warn("svc-order does not answer: {}", unanswered.toString());
            throw Failures.unavailable("svc-order");
        }
    }

    static NotifyStaffCommand command(LowStock low, String title) {
        return new NotifyStaffCommand(
                LOW_STOCK,
                low.skuId(),
                low.skuId() + "-" + low.episode(),
                "SKU " + low.skuId() + " (" + title + ") is running low: available pieces " + low.available()
                        + ", threshold " + low.threshold() + ".");
    }
}
