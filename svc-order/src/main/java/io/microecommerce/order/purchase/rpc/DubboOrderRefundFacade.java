package io.microecommerce.order.purchase.rpc;

import io.microecommerce.api.Limits;
import io.microecommerce.api.order.OrderRefundFacade;
import io.microecommerce.api.order.RefundOrderCommand;
import io.microecommerce.api.order.RefundableOrderView;
import io.microecommerce.order.purchase.ReadOrders;
import io.microecommerce.order.purchase.tcc.RefundTccParticipant;
import org.apache.dubbo.config.annotation.DubboService;

/** The refund's side of orders. */
@DubboService
class DubboOrderRefundFacade implements OrderRefundFacade {

    private final ReadOrders read;
    private final RefundTccParticipant participant;

    DubboOrderRefundFacade(ReadOrders read, RefundTccParticipant participant) {
        this.read = read;
        this.participant = participant;
    }

    @Override
    public RefundableOrderView refundable(String orderId) {
        return OrderViews.refundable(read.anybodysOrder(Limits.requireId("order_id", orderId)));
    }

    @Override
    public void refund(RefundOrderCommand command) {
        participant.tryRefund(command.orderId(), command);
    }
}
