package io.microecommerce.order.purchase;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;

/** The three steps of a payment on an order; each belongs to one global transaction and touches only what that one holds. */
public class HoldOrder {

    private final Orders orders;

    public HoldOrder(Orders orders) {
        this.orders = orders;
    }

    /**
     * Holds the order for a payment. Every business check stands here, so that {@link #confirm} cannot refuse.
     *
     * @throws Refusal as {@link io.microecommerce.api.order.OrderPaymentFacade#hold} documents; nothing is then held
     */
    public void hold(String orderId, Order.Hold hold, String customerId, Money amount) {
        if (orders.hold(orderId, hold, customerId, amount)) {
            return;
        }
        Order order = orders.find(orderId).orElseThrow(() -> Order.notFound(orderId));
        order.requireCanBeHeld(customerId, amount, orders.now());
        // By now it could be held: an earlier attempt has let go between the statement and the look.
        throw Order.heldByEarlierAttempt(orderId);
    }

    /** @throws IllegalStateException if this transaction does not hold the order */
    public void confirm(String orderId, String xid) {
        if (!orders.confirm(orderId, xid)) {
            throw lost(orderId, xid);
        }
    }

    /** @throws IllegalStateException if this transaction does not hold the order */
    public void release(String orderId, String xid) {
        if (!orders.release(orderId, xid)) {
            throw lost(orderId, xid);
        }
    }

    /** Its fence says that this transaction holds the order, so somebody must look: a defect, or a hand in the database. */
    private IllegalStateException lost(String orderId, String xid) {
        return new IllegalStateException("Transaction " + xid + " tried order " + orderId + " and does not hold it: "
                + orders.find(orderId)
                        .map(order -> order + ", held by " + order.hold())
                        .orElse("no such order"));
    }
}
