package io.microecommerce.order.purchase;

import io.microecommerce.api.money.Money;
import io.microecommerce.order.paging.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stored orders. Each transition is one conditional statement, which answers whether it found the order in the state it
 * starts from; {@link Order} tells why not.
 */
public interface Orders {

    /**
     * Stores the order and its lines, or nothing if the customer's idempotency key has an order already, also when that order
     * is being stored at this very moment.
     *
     * @return whether it was stored
     */
    boolean add(OrderDraft draft, PaymentWindow window);

    Optional<Order> find(String orderId);

    /** The order that this customer's idempotency key has placed. */
    Optional<Order> findByKey(String customerId, String idempotencyKey);

    /**
     * A customer's orders, the newest first.
     *
     * @param after null for the first page
     */
    List<Order> newest(String customerId, @Nullable Cursor after, int limit);

    /** PENDING_PAYMENT to PAYING, if the order is this customer's, of this total, and its payment window is open. */
    boolean hold(String orderId, Order.Hold hold, String customerId, Money total);

    /** PAYING to PAID, if this transaction holds the order. */
    boolean confirm(String orderId, String xid);

    /** PAYING to PENDING_PAYMENT, if this transaction holds the order. */
    boolean release(String orderId, String xid);

    /** PENDING_PAYMENT to CANCELLED, by the customer's wish. */
    boolean cancel(String orderId);

    /** PENDING_PAYMENT to CANCELLED, if the payment window has closed. */
    boolean expire(String orderId);

    /**
     * The same for every such order, those first whose window closed first; rows that somebody else works on are passed over.
     *
     * @return the ids of the orders that this call cancelled, at most {@code limit}
     */
    List<String> expireAll(int limit);

    /** The database's clock, which decides about payment windows. */
    Instant now();
}
