package io.microecommerce.order.purchase;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.order.paging.Cursor;
import io.microecommerce.order.paging.Page;
import org.jspecify.annotations.Nullable;

/** A customer's view of the own orders. */
public class ReadOrders {

    private final Orders orders;

    public ReadOrders(Orders orders) {
        this.orders = orders;
    }

    /** @throws Refusal {@code ORDER_NOT_FOUND}, also for somebody else's */
    public Order order(String customerId, String orderId) {
        return orders.find(orderId)
                .filter(order -> order.customerId().equals(customerId))
                .orElseThrow(() -> Order.notFound(orderId));
    }

    /**
     * The newest first.
     *
     * @throws Refusal {@code INVALID_FIELD} for a cursor that no page gave, or a size out of bounds
     */
    public Page<Order> orders(String customerId, @Nullable String cursor, int size) {
        Limits.requirePageSize(size);
        Cursor after = cursor == null ? null : Cursor.decode(cursor);
        return Page.of(
                orders.newest(customerId, after, size + 1), size, order -> new Cursor(order.createdAt(), order.id()));
    }
}
