package io.microecommerce.order.purchase;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.OrderStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cancels an unpaid order by its customer's wish. */
public class CancelOrder {

    private static final Logger log = LoggerFactory.getLogger(CancelOrder.class);

    /** How often to look again when the order changes between the look and the statement. */
    private static final int ATTEMPTS = 3;

    private final Orders orders;

    public CancelOrder(Orders orders) {
        this.orders = orders;
    }

    /**
     * A cancelled order stays as it is.
     *
     * @throws Refusal {@code ORDER_NOT_FOUND}, {@code ORDER_ALREADY_PAID}, {@code ORDER_IN_PAYMENT}
     */
    public Order cancel(String customerId, String orderId) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Order order = ownOrder(customerId, orderId);
            if (order.status() == OrderStatus.CANCELLED) {
                return order;
            }
            order.requireCanBeCancelled();
            if (orders.cancel(orderId)) {
                log.info("Order {} cancelled by its customer", orderId);
                return ownOrder(customerId, orderId);
            }
        }
        // Only payments that come and go can have moved it so often.
        throw Order.inPayment(orderId);
    }

    private Order ownOrder(String customerId, String orderId) {
        Order order = orders.find(orderId).orElseThrow(() -> Order.notFound(orderId));
        order.requireOwnedBy(customerId);
        return order;
    }
}
