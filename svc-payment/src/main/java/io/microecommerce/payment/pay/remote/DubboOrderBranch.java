package io.microecommerce.payment.pay.remote;

import io.microecommerce.api.TryPhase;
import io.microecommerce.api.order.HoldOrderCommand;
import io.microecommerce.api.order.OrderPaymentFacade;
import io.microecommerce.api.order.PayableOrderView;
import io.microecommerce.payment.pay.OrderBranch;
import io.microecommerce.payment.pay.PayAttempt;
import io.microecommerce.payment.pay.Payment;
import org.apache.dubbo.config.annotation.DubboReference;
import org.springframework.stereotype.Component;

@Component
class DubboOrderBranch implements OrderBranch {

    @DubboReference(timeout = TryPhase.CALL_MILLIS, retries = 0)
    private OrderPaymentFacade orders;

    @Override
    public PayableOrderView payable(String customerId, String orderId) {
        return orders.payable(customerId, orderId);
    }

    @Override
    public void hold(PayAttempt attempt) {
        Payment payment = attempt.payment();
        orders.hold(new HoldOrderCommand(payment.orderId(), payment.id(), payment.customerId(), payment.amount()));
    }
}
