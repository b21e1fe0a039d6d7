package io.microecommerce.order.purchase;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order and its life cycle. A transition that is not legal throws and changes nothing: a {@link Refusal} where a customer
 * may cause it, an {@link IllegalStateException} where only a defect can.
 *
 * <p>The stored row changes by one conditional statement a transition (see {@link Orders}), because two may come at once; this
 * class is where the rules can be read, and it says why a statement found no row to change.
 */
public final class Order {

    private final String id;
    private final String customerId;
    private final RequestKey placedBy;
    private final List<OrderLine> lines;
    private final Money total;
    private final Instant createdAt;
    private final Instant payBy;
    private OrderStatus status;
    private @Nullable Hold hold;
    private @Nullable Instant paidAt;
    private @Nullable Instant cancelledAt;
    private @Nullable CancelReason cancelReason;

    /**
     * What holds an order, or has paid it.
     *
     * @param xid the global transaction
     * @param paymentId the payment that the transaction is an attempt of
     */
    public record Hold(String xid, String paymentId) {}

    private Order(OrderDraft draft, Instant createdAt, Instant payBy) {
        this.id = draft.id();
        this.customerId = draft.customerId();
        this.placedBy = draft.placedBy();
        this.lines = draft.lines();
        this.total = draft.total();
        this.createdAt = createdAt;
        this.payBy = payBy;
        this.status = OrderStatus.PENDING_PAYMENT;
    }

    /** The order as its row has it. */
    public static Order stored(
            OrderDraft draft,
            Instant createdAt,
            Instant payBy,
            OrderStatus status,
            @Nullable Hold hold,
            @Nullable Instant paidAt,
            @Nullable Instant cancelledAt,
            @Nullable CancelReason cancelReason) {
        Order order = new Order(draft, createdAt, payBy);
        order.status = status;
        order.hold = hold;
        order.paidAt = paidAt;
        order.cancelledAt = cancelledAt;
        order.cancelReason = cancelReason;
        return order;
    }

    /**
     * PENDING_PAYMENT to PAYING.
     *
     * @param amount what the payment was opened for
     * @throws Refusal {@code ORDER_NOT_FOUND}, {@code ORDER_ALREADY_PAID}, {@code ORDER_CANCELLED}, {@code ORDER_CHANGED}, {@code
     *     PAYMENT_WINDOW_CLOSED}; {@code ORDER_HELD_BY_EARLIER_ATTEMPT} whatever the XID, for a second branch of one transaction
     *     would find nothing left to confirm
     */
    public void hold(Hold wanted, String payingCustomerId, Money amount, Instant now) {
        if (!customerId.equals(payingCustomerId)) {
            throw notFound(id);
        }
        switch (status) {
            case PAID -> throw alreadyPaid();
            case CANCELLED ->
                throw new Refusal(ErrorCode.ORDER_CANCELLED, "Order " + id + " is cancelled; place a new one.");
            case PAYING -> throw heldByEarlierAttempt(id);
            case PENDING_PAYMENT -> {
                if (!total.equals(amount)) {
                    throw new Refusal(
                            ErrorCode.ORDER_CHANGED,
                            "The payment is of another amount than order " + id + "; pay anew.");
                }
                if (!now.isBefore(payBy)) {
                    throw new Refusal(
                            ErrorCode.PAYMENT_WINDOW_CLOSED,
                            "Order " + id + " could be paid until " + payBy + "; place a new one.");
                }
                status = OrderStatus.PAYING;
                hold = wanted;
            }
        }
    }

    /** PAYING to PAID, by the transaction that holds the order. */
    public void confirm(String xid, Instant now) {
        requireHeldBy(xid);
        status = OrderStatus.PAID;
        paidAt = now;
    }

    /** PAYING back to PENDING_PAYMENT, by the transaction that holds the order. */
    public void release(String xid) {
        requireHeldBy(xid);
        status = OrderStatus.PENDING_PAYMENT;
        hold = null;
    }

    /**
     * PENDING_PAYMENT to CANCELLED.
     *
     * @throws Refusal {@code ORDER_ALREADY_PAID}, {@code ORDER_IN_PAYMENT}
     */
    public void cancel(CancelReason reason, Instant now) {
        switch (status) {
            case PAID -> throw alreadyPaid();
            case PAYING -> throw inPayment(id);
            case CANCELLED -> throw new IllegalStateException("Order " + id + " is cancelled already");
            case PENDING_PAYMENT -> {
                if (reason == CancelReason.PAYMENT_WINDOW_CLOSED && now.isBefore(payBy)) {
                    throw new IllegalStateException("Order " + id + " can still be paid, until " + payBy);
                }
                status = OrderStatus.CANCELLED;
                cancelledAt = now;
                cancelReason = reason;
            }
        }
    }

    /** @throws Refusal {@code IDEMPOTENCY_KEY_REUSED} if the order was placed by another request under this key */
    public void requirePlacedBy(RequestKey request) {
        if (!placedBy.equals(request)) {
            throw new Refusal(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key placed an order with another body; use a new key.");
        }
    }

    static Refusal notFound(String orderId) {
        return new Refusal(ErrorCode.ORDER_NOT_FOUND, "There is no order " + orderId + " of yours.");
    }

    static Refusal inPayment(String orderId) {
        return new Refusal(
                ErrorCode.ORDER_IN_PAYMENT,
                "A payment of order " + orderId + " is under way; wait for its outcome before you cancel.");
    }

    static Refusal heldByEarlierAttempt(String orderId) {
        return new Refusal(
                ErrorCode.ORDER_HELD_BY_EARLIER_ATTEMPT,
                "An earlier attempt still holds order " + orderId + "; the same key tries again once it has let go.");
    }

    private Refusal alreadyPaid() {
        return new Refusal(ErrorCode.ORDER_ALREADY_PAID, "Order " + id + " is paid.");
    }

    private void requireHeldBy(String xid) {
        if (status != OrderStatus.PAYING || hold == null || !hold.xid().equals(xid)) {
            throw new IllegalStateException(
                    "Order " + id + " is " + status + ", held by " + hold + ", and not held by " + xid);
        }
    }

    public String id() {
        return id;
    }

    public String customerId() {
        return customerId;
    }

    public OrderStatus status() {
        return status;
    }

    /** Never empty. */
    public List<OrderLine> lines() {
        return lines;
    }

    public Money total() {
        return total;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Until when the order can be paid. */
    public Instant payBy() {
        return payBy;
    }

    /** Null unless PAYING or PAID. */
    public @Nullable Hold hold() {
        return hold;
    }

    /** Null unless PAID. */
    public @Nullable Instant paidAt() {
        return paidAt;
    }

    /** Null unless CANCELLED. */
    public @Nullable Instant cancelledAt() {
        return cancelledAt;
    }

    /** Null unless CANCELLED. */
    public @Nullable CancelReason cancelReason() {
        return cancelReason;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Order order && id.equals(order.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id);
    }

    @Override
    public String toString() {
        return "Order " + id + " " + status;
    }
}
