package io.microecommerce.payment.refund.remote;

import io.microecommerce.api.TryPhase;
import io.microecommerce.api.customer.MarkRewardsCommand;
import io.microecommerce.api.customer.RewardClaimFacade;
import io.microecommerce.api.order.OrderRefundFacade;
import io.microecommerce.api.order.RefundOrderCommand;
import io.microecommerce.api.order.RefundableOrderView;
import io.microecommerce.api.product.ReturnStockCommand;
import io.microecommerce.api.product.StockReturnFacade;
import io.microecommerce.payment.refund.Refund;
import io.microecommerce.payment.refund.RefundBranches;
import org.apache.dubbo.config.annotation.DubboReference;
import org.springframework.stereotype.Component;

@Component
class DubboRefundBranches implements RefundBranches {

    @DubboReference(timeout = TryPhase.CALL_MILLIS, retries = 0)
    private OrderRefundFacade orders;

    @DubboReference(timeout = TryPhase.CALL_MILLIS, retries = 0)
    private StockReturnFacade stock;

    @DubboReference(timeout = TryPhase.CALL_MILLIS, retries = 0)
    private RewardClaimFacade rewards;

    @Override
    public RefundableOrderView order(String orderId) {
        return orders.refundable(orderId);
    }

    @Override
    public void holdOrder(Refund refund) {
        orders.refund(new RefundOrderCommand(
                refund.orderId(), refund.paymentId(), refund.id(), refund.orderWas(), !refund.byStaff()));
    }

    @Override
    public void returnStock(Refund refund) {
        stock.giveBack(new ReturnStockCommand(refund.orderId(), refund.paymentXid()));
    }

    @Override
    public void markRewards(Refund refund) {
        rewards.mark(new MarkRewardsCommand(refund.id(), refund.paymentId(), refund.orderId()));
    }
}
