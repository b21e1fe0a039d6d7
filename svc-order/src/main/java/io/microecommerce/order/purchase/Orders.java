package io.microecommerce.order.purchase;

import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.OrderFilter;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.order.paging.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stored orders. Each {@link Transition} is one conditional statement, which writes the order's history beside its row and
 * answers whether it found the order in the state it starts from; {@link Order} tells why not.
 */
public interface Orders {

    /**
     * Stores the order and its lines, or nothing if the customer's idempotency key has an order already, also when that order
     * is being stored at this very moment.
     *
     * @return whether it was stored
     * @throws Refusal {@code SKU_LIMIT_REACHED}, exactly, however many orders of the customer come at once
     */
    boolean add(OrderDraft draft, PurchaseLimits limits, PaymentWindow window);

    Optional<Order> find(String orderId);

    /** The order that this customer's idempotency key has placed. */
    Optional<Order> findByKey(String customerId, String idempotencyKey);

    /** Every change of the order's status, the oldest first. */
    List<StatusChange> history(String orderId);

    /**
     * The newest first.
     *
     * @param customerId null for everybody's
     * @param after null for the first page
     */
    List<Order> newest(@Nullable String customerId, OrderFilter filter, @Nullable Cursor after, int limit);

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

    /** PAID to SHIPPED, if the order has an address. */
    boolean ship(String orderId, String carrier, String trackingNumber, String staffId);

    /** SHIPPED to COMPLETED. */
    boolean complete(String orderId, String staffId);

    /** PAID, SHIPPED or COMPLETED, whichever the refund says, to REFUNDING, if this payment has paid the order. */
    boolean holdForRefund(String orderId, String paymentId, Order.Refund refund);

    /** REFUNDING to REFUNDED, if this transaction holds the order. */
    boolean confirmRefund(String orderId, String refundXid);

    /** REFUNDING back to what the order was, if this transaction holds the order and it was that. */
    boolean keep(String orderId, String refundXid, OrderStatus from);

    /** Gives the order another address, if it is this customer's and PENDING_PAYMENT, PAYING or PAID. */
    boolean redirect(String orderId, String customerId, PostalAddress address);

    /**
     * Erases the addresses of the customer's orders, and with them the idempotency keys, whose hashes cover the addresses.
     *
     * @return whether it was done; false, and nothing is changed, while one of the orders is neither completed, cancelled nor refunded
     */
    boolean forget(String customerId);

    /**
     * Lets go of idempotency keys that have been kept long enough. A key stays in any case while its order waits for a payment
     * that can still come.
     *
     * @return how many, at most {@code limit}
     */
    int forgetKeys(Duration keptFor, int limit);

    /** The database's clock, which decides about payment windows. */
    Instant now();

    /** The orders that these transactions hold, or have paid. */
    List<HeldOrder> under(Collection<String> xids);

    /** The transactions that have held an order PAYING for longer than that, the oldest first. */
    List<String> xidsPayingFor(Duration atLeast, int limit);

    /** The orders that these transactions of refunds hold, or have refunded. */
    List<HeldOrder> underRefunds(Collection<String> refundXids);

    /** The transactions that have held an order REFUNDING for longer than that, the oldest first. */
    List<String> xidsRefundingFor(Duration atLeast, int limit);
}
