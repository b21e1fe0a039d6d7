package io.microecommerce.order.purchase;

import static io.microecommerce.api.order.OrderStatus.CANCELLED;
import static io.microecommerce.api.order.OrderStatus.COMPLETED;
import static io.microecommerce.api.order.OrderStatus.PAID;
import static io.microecommerce.api.order.OrderStatus.PAYING;
import static io.microecommerce.api.order.OrderStatus.PENDING_PAYMENT;
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
    COMPLETE(SHIPPED, COMPLETED, Actor.STAFF);

    private final @Nullable OrderStatus from;
    private final OrderStatus to;
    private final Actor actor;

    Transition(@Nullable OrderStatus from, OrderStatus to, Actor actor) {
        this.from = from;
        this.to = to;
        this.actor = actor;
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
