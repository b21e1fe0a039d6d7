package io.microecommerce.order.purchase.tcc;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.HoldOrderCommand;
import io.microecommerce.order.purchase.HoldOrder;
import io.microecommerce.order.purchase.Order;
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
 * The order's branch of a payment: Try PENDING_PAYMENT to PAYING, Confirm PAYING to PAID, Cancel back to PENDING_PAYMENT.
 *
 * <p>The fence opens the local transaction of each, commits its own row with the order's, answers a repeated Confirm or Cancel by
 * itself, turns a Cancel without a Try into a mark, and refuses the Try that comes after that mark. So Confirm and Cancel run
 * once, and only after their Try. Beyond that each filters on its own XID: a late Cancel cannot touch a later payment's hold.
 *
 * <p>Public, with public methods, for Seata calls them by reflection. Name and context keys are read by the version that confirms,
 * which may be another than the one that tried: they do not change.
 */
@Component
@LocalTCC
public class OrderTccParticipant {

    private static final Logger log = LoggerFactory.getLogger(OrderTccParticipant.class);

    static final String ACTION = "order-hold";

    static final String ORDER_ID = "orderId";

    private final HoldOrder orders;

    OrderTccParticipant(HoldOrder orders) {
        this.orders = orders;
    }

    /**
     * @param orderId the command's order; a parameter of its own, because Confirm and Cancel need it
     * @throws Refusal as {@link io.microecommerce.api.order.OrderPaymentFacade#hold} documents; nothing is then held
     */
    @TwoPhaseBusinessAction(name = ACTION, commitMethod = "confirm", rollbackMethod = "cancel", useTCCFence = true)
    public void tryHold(@BusinessActionContextParameter(ORDER_ID) String orderId, HoldOrderCommand command) {
        String xid = FencedTry.requireXid();
        orders.hold(orderId, new Order.Hold(xid, command.paymentId()), command.customerId(), command.amount());
        log.info("Order {} PAYING, held by payment {} in {}", orderId, command.paymentId(), xid);
    }

    /** @throws IllegalStateException if this transaction does not hold the order; the TC then tries again */
    public boolean confirm(BusinessActionContext context) {
        String orderId = BranchContext.required(context, ORDER_ID);
        orders.confirm(orderId, context.getXid());
        log.info("Order {} PAID in {}", orderId, context.getXid());
        return true;
    }

    /** @throws IllegalStateException if this transaction does not hold the order; the TC then tries again */
    public boolean cancel(BusinessActionContext context) {
        String orderId = BranchContext.required(context, ORDER_ID);
        orders.release(orderId, context.getXid());
        log.info("Order {} PENDING_PAYMENT again, released by {}", orderId, context.getXid());
        return true;
    }
}
