package io.microecommerce.order.purchase.tcc;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.RefundOrderCommand;
import io.microecommerce.order.purchase.RefundOrder;
import io.microecommerce.service.tcc.BranchContext;
import io.microecommerce.service.tcc.FencedTry;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.apache.seata.rm.tcc.api.BusinessActionContextParameter;
import org.apache.seata.rm.tcc.api.LocalTCC;
import org.apache.seata.rm.tcc.api.TwoPhaseBusinessAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The order's branch of a refund: Try to REFUNDING, from what the refund was prepared for; Confirm to REFUNDED; Cancel back to what
 * it was. What {@link OrderTccParticipant} says of its fence, its XID, its name and its context keys holds here too.
 */
@Component
@LocalTCC
public class RefundTccParticipant {

    private static final Logger log = LoggerFactory.getLogger(RefundTccParticipant.class);

    static final String ACTION = "refund-order";

    static final String ORDER_ID = "orderId";

    private final RefundOrder orders;

    RefundTccParticipant(RefundOrder orders) {
        this.orders = orders;
    }

    /**
     * @param orderId the command's order; a parameter of its own, because Confirm and Cancel need it
     * @throws Refusal as {@link io.microecommerce.api.order.OrderRefundFacade#refund} documents; nothing is then held
     */
    @TwoPhaseBusinessAction(name = ACTION, commitMethod = "confirm", rollbackMethod = "cancel", useTCCFence = true)
    public void tryRefund(@BusinessActionContextParameter(ORDER_ID) String orderId, RefundOrderCommand command) {
        String xid = FencedTry.requireXid();
        orders.hold(command, xid);
        log.info("Order {} REFUNDING, held by refund {} in {}", orderId, command.refundId(), xid);
    }

    /** @throws IllegalStateException if this transaction does not hold the order; the TC then tries again */
    public boolean confirm(BusinessActionContext context) {
        String orderId = BranchContext.required(context, ORDER_ID);
        orders.confirm(orderId, context.getXid());
        log.info("Order {} REFUNDED in {}", orderId, context.getXid());
        return true;
    }

    /** @throws IllegalStateException if this transaction does not hold the order; the TC then tries again */
    public boolean cancel(BusinessActionContext context) {
        String orderId = BranchContext.required(context, ORDER_ID);
        orders.keep(orderId, context.getXid());
        log.info("Order {} is again what it was, not refunded by {}", orderId, context.getXid());
        return true;
    }
}
