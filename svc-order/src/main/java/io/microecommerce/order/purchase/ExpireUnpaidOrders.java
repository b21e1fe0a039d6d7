package io.microecommerce.order.purchase;

import io.microecommerce.api.order.OrderStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels orders that were not paid in time. An order that a payment holds is left alone; if the payment lets go of it, the
 * sweep finds it.
 */
public class ExpireUnpaidOrders {

    private static final Logger log = LoggerFactory.getLogger(ExpireUnpaidOrders.class);

    /** Orders a statement: it stays far below the statement time-out. */
    private static final int BATCH = 200;

    /** Batches a sweep, so that one sweep ends; the next goes on. */
    private static final int MAX_BATCHES = 20;

    private final Orders orders;
    private final PaymentTimers timers;

    public ExpireUnpaidOrders(Orders orders, PaymentTimers timers) {
        this.orders = orders;
        this.timers = timers;
    }

    /** A timer has rung. It is set anew if it rang too early. */
    public void timerRang(String orderId) {
        if (orders.expire(orderId)) {
            logCancelled(orderId);
            return;
        }
        orders.find(orderId)
                .filter(order -> order.status() == OrderStatus.PENDING_PAYMENT)
                .map(order -> Duration.between(orders.now(), order.payBy()))
                .filter(remaining -> !remaining.isNegative() && !remaining.isZero())
                .ifPresent(remaining -> timers.set(orderId, remaining));
    }

    /** Empty if there is no such order. */
    public Optional<OrderStatus> statusOf(String orderId) {
        return orders.find(orderId).map(Order::status);
    }

    /** @return how many orders were cancelled */
    public int sweep() {
        int cancelled = 0;
        for (int batch = 1; batch <= MAX_BATCHES; batch++) {
            List<String> orderIds = orders.expireAll(BATCH);
            orderIds.forEach(ExpireUnpaidOrders::logCancelled);
            cancelled += orderIds.size();
            if (orderIds.size() < BATCH) {
                break;
            }
        }
        return cancelled;
    }

    private static void logCancelled(String orderId) {
        log.info("Order {} cancelled: it was not paid in time", orderId);
    }
}
