package io.microecommerce.payment.provider.remote;

import io.microecommerce.api.order.NotifyStaffCommand;
import io.microecommerce.api.order.StaffNotificationFacade;
import io.microecommerce.payment.provider.ProviderRefund;
import io.microecommerce.payment.provider.StaffNotices;
import org.apache.dubbo.config.annotation.DubboReference;
import org.springframework.stereotype.Component;

/** The staff notifications of svc-order, which takes each cause once. */
@Component
class DubboStaffNotices implements StaffNotices {

    private static final String MONEY_GOES_BACK = "MONEY_GOES_BACK";

    /** Not retried here: the worker comes round again. Nobody need be there when this service starts. */
    @DubboReference(check = false, timeout = 3_000, retries = 0)
    private StaffNotificationFacade notifications;

    @Override
    public void moneyGoesBack(ProviderRefund refund) {
        notifications.notifyStaff(new NotifyStaffCommand(
                MONEY_GOES_BACK,
                refund.chargeId(),
                refund.id(),
                "Captured money of " + refund.chargeId() + " goes back to the customer, "
                        + refund.amount().minor() + " " + refund.amount().currency() + " (minor units): "
                        + refund.cause() + ", " + refund.reason()));
    }
}
