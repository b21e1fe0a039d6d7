package io.microecommerce.gateway.payment.web;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.payment.RefundView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refund.
 *
 * @param code why it was refused; null unless REFUSED
 * @param detail the refusal in words; null unless REFUSED
 * @param refundedAt when the order was refunded; null before
 * @param doneAt when the customer had the money; null before
 */
record RefundResponse(
        String id,
        String paymentId,
        String orderId,
        RefundView.Status status,
        Money amount,
        String reason,
        @Nullable String code,
        @Nullable String detail,
        Instant createdAt,
        @Nullable Instant refundedAt,
        @Nullable Instant doneAt) {

    static RefundResponse of(RefundView refund) {
        return new RefundResponse(
                refund.id(),
                refund.paymentId(),
                refund.orderId(),
                refund.status(),
                refund.amount(),
                refund.reason(),
                refund.code(),
                refund.detail(),
                refund.createdAt(),
                refund.refundedAt(),
                refund.doneAt());
    }
}
