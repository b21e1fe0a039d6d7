package io.microecommerce.payment.refund;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.payment.PaymentMethod;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refund as its row stood when it was read.
 *
 * @param customerId who had paid, and gets the money
 * @param method how it was paid, and so how it goes back
 * @param paymentXid the transaction under which the payment's goods were sold
 * @param reason in the words of who asked for it
 * @param orderWas PAID, SHIPPED or COMPLETED, when the refund was opened
 * @param attempt how often the protocol was run for it, from 1
 * @param leased whether somebody was at work on it, by the database's clock
 * @param givenAt set if and only if the status is GIVEN or DONE
 * @param doneAt set if and only if the status is DONE
 */
public record Refund(
        String id,
        String paymentId,
        String orderId,
        String customerId,
        PaymentMethod method,
        Money amount,
        String paymentXid,
        boolean byStaff,
        String reason,
        OrderStatus orderWas,
        RefundStatus status,
        int attempt,
        boolean leased,
        @Nullable String refusalCode,
        @Nullable String refusalDetail,
        String requestHash,
        Instant createdAt,
        @Nullable Instant givenAt,
        @Nullable Instant doneAt) {

    /** Whether the outcome is still open: work goes on, or the TC has yet to confirm or cancel. */
    public boolean undecided() {
        return switch (status) {
            case INITIATED, HELD -> true;
            case RELEASED -> leased;
            case EXPIRED, GIVEN, DONE, REFUSED -> false;
        };
    }

    /** Whether a retry with the same key may run the protocol again. */
    public boolean canBeTakenOver() {
        return switch (status) {
            case INITIATED, RELEASED -> !leased;
            case EXPIRED -> true;
            case HELD, GIVEN, DONE, REFUSED -> false;
        };
    }

    /** Whether the goods had left: then they are no part of the refund, and come back by a receipt. */
    public boolean goodsAreOut() {
        return orderWas != OrderStatus.PAID;
    }
}
