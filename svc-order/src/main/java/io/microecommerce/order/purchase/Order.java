package io.microecommerce.order.purchase;

import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.OrderStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its row stood when it was read.
 *
 * <p>The row moves by one conditional statement a {@link Transition} (see {@link Orders}), because two may come at once. The
 * checks here say why a statement found no row to move, as a {@link Refusal} that names the reason.
 *
 * @param requestHash of the request that placed it, see {@link RequestKey}; null once its idempotency key is no longer kept
 * @param lines never empty
 * @param shippingAddress null where none was given yet, and once the customer was forgotten
 * @param payBy until when it can be paid
 * @param hold null until a payment holds it
 * @param paidAt null until it is PAID
 * @param shipment null until it is SHIPPED
 * @param completedAt null until it is COMPLETED
 * @param cancelledAt null, as the reason, unless CANCELLED
 * @param refund null unless REFUNDING or REFUNDED
 */
public record Order(
        String id,
        String customerId,
        @Nullable String requestHash,
        List<OrderLine> lines,
        @Nullable PostalAddress shippingAddress,
        Instant createdAt,
        Instant payBy,
        OrderStatus status,
        @Nullable Hold hold,
        @Nullable Instant paidAt,
        @Nullable Shipment shipment,
        @Nullable Instant completedAt,
        @Nullable Instant cancelledAt,
        @Nullable CancelReason cancelReason,
        @Nullable Refund refund) {

    /**
     * What holds an order, or has paid it.
     *
     * @param xid the global transaction
     * @param paymentId the payment that the transaction is an attempt of
     */
    public record Hold(String xid, String paymentId) {}

    /**
     * What holds an order to give its payment back, or has done so.
     *
     * @param xid the global transaction
     * @param from what the order was
     */
    public record Refund(String refundId, String xid, OrderStatus from) {}

    public Order {
        lines = List.copyOf(lines);
    }

    public Money total() {
        return OrderLine.total(lines);
    }

    /**
     * @param amount what the payment was opened for
     * @throws Refusal {@code ORDER_NOT_FOUND}, {@code ORDER_ALREADY_PAID}, {@code ORDER_CANCELLED}, {@code ORDER_CHANGED}, {@code
     *     PAYMENT_WINDOW_CLOSED}; {@code ORDER_HELD_BY_EARLIER_ATTEMPT} whatever the XID, for a second branch of one transaction
     *     would find nothing left to confirm
     */
    void requireCanBeHeld(String payingCustomerId, Money amount, Instant now) {
        requireOwnedBy(payingCustomerId);
        switch (status) {
            case PAID, SHIPPED, COMPLETED, REFUNDING, REFUNDED -> throw alreadyPaid();
            case CANCELLED -> throw cancelled();
            case PAYING -> throw heldByEarlierAttempt(id);
            case PENDING_PAYMENT -> {
                if (!total().equals(amount)) {
                    throw new Refusal(
                            ErrorCode.ORDER_CHANGED,
                            "The payment is of another amount than order " + id + "; pay anew.");
                }
                if (!now.isBefore(payBy)) {
                    throw new Refusal(
                            ErrorCode.PAYMENT_WINDOW_CLOSED,
                            "Order " + id + " could be paid until " + payBy + "; place a new one.");
                }
            }
        }
    }

    /** @throws Refusal {@code ORDER_ALREADY_PAID}, {@code ORDER_IN_PAYMENT} */
    void requireCanBeCancelled() {
        switch (status) {
            case PAID, SHIPPED, COMPLETED, REFUNDING, REFUNDED -> throw alreadyPaid();
            case PAYING -> throw inPayment(id);
            case CANCELLED -> throw new IllegalStateException("Order " + id + " is cancelled already");
            case PENDING_PAYMENT -> {}
        }
    }

    /** @throws Refusal {@code ORDER_ALREADY_SHIPPED}, {@code ORDER_CANCELLED}, {@code ORDER_IN_REFUND}, {@code ORDER_REFUNDED} */
    void requireCanBeRedirected() {
        switch (status) {
            case SHIPPED, COMPLETED -> throw alreadyShipped();
            case CANCELLED -> throw cancelled();
            case REFUNDING -> throw inRefund();
            case REFUNDED -> throw refunded();
            case PENDING_PAYMENT, PAYING, PAID -> {}
        }
    }

    /**
     * @throws Refusal {@code ORDER_NOT_PAID}, {@code ORDER_WITHOUT_ADDRESS}, {@code ORDER_ALREADY_SHIPPED}, {@code
     *     ORDER_CANCELLED}, {@code ORDER_IN_REFUND}, {@code ORDER_REFUNDED}
     */
    void requireCanBeShipped() {
        switch (status) {
            case PENDING_PAYMENT, PAYING ->
                throw new Refusal(ErrorCode.ORDER_NOT_PAID, "Order " + id + " is not paid; ship it once it is.");
            case SHIPPED, COMPLETED -> throw alreadyShipped();
            case CANCELLED -> throw cancelled();
            case REFUNDING -> throw inRefund();
            case REFUNDED -> throw refunded();
            case PAID -> {
                if (shippingAddress == null) {
                    throw new Refusal(
                            ErrorCode.ORDER_WITHOUT_ADDRESS,
                            "Order " + id + " has no address; its customer has to give one first.");
                }
            }
        }
    }

    /** @throws Refusal {@code ORDER_NOT_SHIPPED}, {@code ORDER_CANCELLED}, {@code ORDER_IN_REFUND}, {@code ORDER_REFUNDED} */
    void requireCanBeCompleted() {
        switch (status) {
            case PENDING_PAYMENT, PAYING, PAID ->
                throw new Refusal(ErrorCode.ORDER_NOT_SHIPPED, "Order " + id + " is not shipped; ship it first.");
            case COMPLETED -> throw new IllegalStateException("Order " + id + " is completed already");
            case CANCELLED -> throw cancelled();
            case REFUNDING -> throw inRefund();
            case REFUNDED -> throw refunded();
            case SHIPPED -> {}
        }
    }

    /**
     * Says why the refund's statement found no row to move.
     *
     * @param from what the order was when the refund was prepared
     * @throws Refusal as {@link io.microecommerce.api.order.OrderRefundFacade#refund} documents
     */
    void requireCanBeRefunded(String paymentId, OrderStatus from, boolean byCustomer) {
        switch (status) {
            case PENDING_PAYMENT, PAYING ->
                throw new Refusal(ErrorCode.ORDER_NOT_PAID, "Order " + id + " is not paid.");
            case CANCELLED -> throw cancelled();
            case REFUNDING -> throw heldByEarlierAttempt(id);
            case REFUNDED -> throw refunded();
            case PAID, SHIPPED, COMPLETED -> {
                if (hold == null || !hold.paymentId().equals(paymentId)) {
                    throw new Refusal(ErrorCode.ORDER_CHANGED, "Order " + id + " was paid by another payment.");
                }
                if (byCustomer && status != OrderStatus.PAID) {
                    throw alreadyShipped();
                }
                if (status != from) {
                    throw new Refusal(
                            ErrorCode.ORDER_CHANGED,
                            "Order " + id + " is " + status + ", and was " + from + "; refund it anew.");
                }
            }
        }
    }

    /** @throws Refusal {@code ORDER_NOT_FOUND} for somebody else's */
    void requireOwnedBy(String someCustomerId) {
        if (!customerId.equals(someCustomerId)) {
            throw notFound(id);
        }
    }

    /** @throws Refusal {@code IDEMPOTENCY_KEY_REUSED} if the order was placed by another request under this key */
    void requirePlacedBy(RequestKey request) {
        if (!request.requestHash().equals(requestHash)) {
            throw new Refusal(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key placed an order with another body; use a new key.");
        }
    }

    static Refusal notFound(String orderId) {
        return new Refusal(ErrorCode.ORDER_NOT_FOUND, "There is no order " + orderId + " of yours.");
    }

    /** To the staff, who may see everybody's. */
    static Refusal unknown(String orderId) {
        return new Refusal(ErrorCode.ORDER_NOT_FOUND, "There is no order " + orderId + ".");
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

    private Refusal inRefund() {
        return new Refusal(
                ErrorCode.ORDER_IN_REFUND, "A refund of order " + id + " is under way; wait for its outcome.");
    }

    private Refusal refunded() {
        return new Refusal(ErrorCode.ORDER_REFUNDED, "Order " + id + " is refunded.");
    }

    private Refusal alreadyPaid() {
        return new Refusal(ErrorCode.ORDER_ALREADY_PAID, "Order " + id + " is paid.");
    }

    private Refusal alreadyShipped() {
        return new Refusal(ErrorCode.ORDER_ALREADY_SHIPPED, "Order " + id + " is on its way or has arrived.");
    }

    private Refusal cancelled() {
        return new Refusal(ErrorCode.ORDER_CANCELLED, "Order " + id + " is cancelled; place a new one.");
    }

    /** Names no line and no address: it may stand in a log. */
    @Override
    public String toString() {
        return "Order " + id + " " + status;
    }
}
