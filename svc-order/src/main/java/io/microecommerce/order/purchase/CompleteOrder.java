package io.microecommerce.order.purchase;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.OrderStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A member of the staff closes an order that has arrived. */
public class CompleteOrder {

    private static final Logger log = LoggerFactory.getLogger(CompleteOrder.class);

    /** How often to try again when the order was shipped between the statement and the look. */
    private static final int ATTEMPTS = 3;

    private final Orders orders;

    public CompleteOrder(Orders orders) {
        this.orders = orders;
    }

    /**
     * A completed order stays as it is.
     *
     * @throws Refusal as {@link io.microecommerce.api.order.StaffOrderFacade#complete} documents
     */
    public Order complete(String orderId, String staffId) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (orders.complete(orderId, staffId)) {
                log.info("Order {} COMPLETED, says {}", orderId, staffId);
            }
            Order order = orders.find(orderId).orElseThrow(() -> Order.unknown(orderId));
            if (order.status() == OrderStatus.COMPLETED) {
                return order;
            }
            order.requireCanBeCompleted();
        }
        throw new IllegalStateException("Order " + orderId + " can be completed and was not");
    }
}
