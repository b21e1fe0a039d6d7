package io.microecommerce.order.purchase;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.order.RefundOrderCommand;
import java.util.Optional;

/** The three steps of a refund on an order; each belongs to one global transaction and touches only what that one holds. */
public class RefundOrder {

    private final Orders orders;

    public RefundOrder(Orders orders) {
        this.orders = orders;
    }

    /**
     * Holds the order for a refund. Every business check stands here, so that {@link #confirm} cannot refuse.
     *
     * @throws Refusal as {@link io.microecommerce.api.order.OrderRefundFacade#refund} documents; nothing is then held
     */
    public void hold(RefundOrderCommand command, String xid) {
        Order.Refund refund = new Order.Refund(command.refundId(), xid, command.from());
        boolean mayBe = !command.byCustomer() || command.from() == OrderStatus.PAID;
        if (mayBe && orders.holdForRefund(command.orderId(), command.paymentId(), refund)) {
            return;
        }
        Order order = orders.find(command.orderId()).orElseThrow(() -> Order.unknown(command.orderId()));
        order.requireCanBeRefunded(command.paymentId(), command.from(), command.byCustomer());
        // By now it could be held: an earlier attempt has let go between the statement and the look.
        throw Order.heldByEarlierAttempt(command.orderId());
    }

    /** @throws IllegalStateException if this transaction does not hold the order */
    public void confirm(String orderId, String xid) {
        if (!orders.confirmRefund(orderId, xid)) {
            throw lost(orderId, xid);
        }
    }

    /** @throws IllegalStateException if this transaction does not hold the order */
    public void keep(String orderId, String xid) {
        boolean kept = orders.find(orderId)
                .map(Order::refund)
                .filter(refund -> refund.xid().equals(xid))
                .filter(refund -> orders.keep(orderId, xid, refund.from()))
                .isPresent();
        if (!kept) {
            throw lost(orderId, xid);
        }
    }

    /** Its fence says that this transaction holds the order, so somebody must look: a defect, or a hand in the database. */
    private IllegalStateException lost(String orderId, String xid) {
        Optional<Order> order = orders.find(orderId);
        return new IllegalStateException("Transaction " + xid + " tried order " + orderId + " and does not hold it: "
                + order.map(found -> found + ", held by " + found.refund()).orElse("no such order"));
    }
}
