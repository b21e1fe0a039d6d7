package io.microecommerce.order.purchase.rpc;

import io.microecommerce.api.Limits;
import io.microecommerce.api.order.HoldOrderCommand;
import io.microecommerce.api.order.OrderPaymentFacade;
import io.microecommerce.api.order.PayableOrderView;
import io.microecommerce.order.purchase.ReadOrders;
import io.microecommerce.order.purchase.tcc.OrderTccParticipant;
import org.apache.dubbo.config.annotation.DubboService;

/** The payment's side of orders. */
@DubboService
class DubboOrderPaymentFacade implements OrderPaymentFacade {

    private final ReadOrders read;
    private final OrderTccParticipant participant;

    DubboOrderPaymentFacade(ReadOrders read, OrderTccParticipant participant) {
        this.read = read;
        this.participant = participant;
    }

    @Override
    public PayableOrderView payable(String customerId, String orderId) {
        return OrderViews.payable(read.order(customerId, Limits.requireId("order_id", orderId)));
    }

    @Override
    public void hold(HoldOrderCommand command) {
        participant.tryHold(command.orderId(), command);
    }
}
