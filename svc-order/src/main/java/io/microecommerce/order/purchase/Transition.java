package io.microecommerce.order.purchase;

import static io.microecommerce.api.order.OrderStatus.CANCELLED;
import static io.microecommerce.api.order.OrderStatus.COMPLETED;
import static io.microecommerce.api.order.OrderStatus.PAID;
import static io.microecommerce.api.order.OrderStatus.PAYING;
import static io.microecommerce.api.order.OrderStatus.PENDING_PAYMENT;
import static io.microecommerce.api.order.OrderStatus.REFUNDED;
import static io.microecommerce.api.order.OrderStatus.REFUNDING;
import static io.microecommerce.api.order.OrderStatus.SHIPPED;

import io.microecommerce.api.order.OrderStatus;
import org.jspecify.annotations.Nullable;

/**
 * Every change of an order's status that there is. The conditional statements of {@link Orders} take from here where they start
 * and where they lead, and so does the history that they write.
 */
public enum Transition {
    PLACE(null, PENDING_PAYMENT, Actor.CUSTOMER),
    /** Try, by a payment of the customer, of the order's total, within the payment window. */
    HOLD(PENDING_PAYMENT, PAYING, Actor.PAYMENT),
    /** Confirm, by the transaction that holds the order. */
    CONFIRM(PAYING, PAID, Actor.PAYMENT),
    /** Cancel, by the transaction that holds the order. */
    RELEASE(PAYING, PENDING_PAYMENT, Actor.PAYMENT),
    CANCEL(PENDING_PAYMENT, CANCELLED, Actor.CUSTOMER),
    /** Once the payment window has closed. */
    EXPIRE(PENDING_PAYMENT, CANCELLED, Actor.TIMER),
    /** To an address. */
    SHIP(PAID, SHIPPED, Actor.STAFF),
    COMPLETE(SHIPPED, COMPLETED, Actor.STAFF),
    /** Try of a refund; three, so that Cancel knows where to go back to. */
    REFUND_PAID(PAID, REFUNDING, Actor.REFUND),
    REFUND_SHIPPED(SHIPPED, REFUNDING, Actor.REFUND),
    REFUND_COMPLETED(COMPLETED, REFUNDING, Actor.REFUND),
    /** Confirm, by the refund's transaction that holds the order. */
    CONFIRM_REFUND(REFUNDING, REFUNDED, Actor.REFUND),
    /** Cancel, by the refund's transaction that holds the order, of one that was PAID. */
    KEEP_PAID(REFUNDING, PAID, Actor.REFUND),
    KEEP_SHIPPED(REFUNDING, SHIPPED, Actor.REFUND),
    KEEP_COMPLETED(REFUNDING, COMPLETED, Actor.REFUND);

    private final @Nullable OrderStatus from;
    private final OrderStatus to;
    private final Actor actor;

    Transition(@Nullable OrderStatus from, OrderStatus to, Actor actor) {
        this.from = from;
        this.to = to;
        this.actor = actor;
    }

    /** The Try of a refund of an order in this status. */
    public static Transition refundOf(OrderStatus status) {
        return switch (status) {
            case PAID -> REFUND_PAID;
            case SHIPPED -> REFUND_SHIPPED;
            case COMPLETED -> REFUND_COMPLETED;
            case PENDING_PAYMENT, PAYING, REFUNDING, REFUNDED, CANCELLED ->
                throw new IllegalArgumentException("No refund begins at " + status);
        };
    }

    /** The Cancel of a refund of an order that was in this status. */
    public static Transition keep(OrderStatus status) {
        return switch (status) {
            case PAID -> KEEP_PAID;
            case SHIPPED -> KEEP_SHIPPED;
            case COMPLETED -> KEEP_COMPLETED;
            case PENDING_PAYMENT, PAYING, REFUNDING, REFUNDED, CANCELLED ->
                throw new IllegalArgumentException("No refund begins at " + status);
        };
    }

    /** Null for the first. */
    public @Nullable OrderStatus from() {
        return from;
    }

    public OrderStatus to() {
        return to;
    }

    public Actor actor() {
        return actor;
    }
}
