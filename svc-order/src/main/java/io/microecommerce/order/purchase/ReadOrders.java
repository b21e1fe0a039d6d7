package io.microecommerce.order.purchase;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.OrderFilter;
import io.microecommerce.order.paging.Cursor;
import io.microecommerce.order.paging.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders as their customers and the staff see them. */
public class ReadOrders {

    private final Orders orders;

    public ReadOrders(Orders orders) {
        this.orders = orders;
    }

    /** @throws Refusal {@code ORDER_NOT_FOUND}, also for somebody else's */
    public Order order(String customerId, String orderId) {
        Order order = orders.find(orderId).orElseThrow(() -> Order.notFound(orderId));
        order.requireOwnedBy(customerId);
        return order;
    }

    /** @throws Refusal {@code ORDER_NOT_FOUND} */
    public Order anybodysOrder(String orderId) {
        return orders.find(orderId).orElseThrow(() -> Order.unknown(orderId));
    }

    /** Every change of the order's status, the oldest first. */
    public List<StatusChange> history(Order order) {
        return orders.history(order.id());
    }

    /**
     * A customer's, the newest first.
     *
     * @throws Refusal {@code INVALID_FIELD} for a cursor that no page gave, or a size out of bounds
     */
    public Page<Order> orders(String customerId, OrderFilter filter, @Nullable String cursor, int size) {
        return page(Limits.requireId("customer_id", customerId), filter, cursor, size);
    }

    /**
     * The newest first.
     *
     * @param customerId null for everybody's
     * @throws Refusal {@code INVALID_FIELD} for a cursor that no page gave, or a size out of bounds
     */
    public Page<Order> anybodysOrders(
            @Nullable String customerId, OrderFilter filter, @Nullable String cursor, int size) {
        return page(customerId == null ? null : Limits.requireId("customer_id", customerId), filter, cursor, size);
    }

    private Page<Order> page(@Nullable String customerId, OrderFilter filter, @Nullable String cursor, int size) {
        Limits.requirePageSize(size);
        Cursor after = cursor == null ? null : Cursor.decode(cursor);
        return Page.of(
                orders.newest(customerId, filter, after, size + 1),
                size,
                order -> new Cursor(order.createdAt(), order.id()));
    }
}
