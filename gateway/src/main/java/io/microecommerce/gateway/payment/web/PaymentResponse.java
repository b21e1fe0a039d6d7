package io.microecommerce.gateway.payment.web;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.payment.PaymentView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment.
 *
 * @param code why it was refused; null unless REFUSED
 * @param codeUrl what the customer scans; null unless AWAITING_PROVIDER, and where it has not come yet
 * @param payUntil when WeChat Pay stops taking money for it; null unless AWAITING_PROVIDER
 * @param refund how far captured money that bought nothing is on its way back; null where there is none
 * @param detail the refusal in words; null unless REFUSED
 */
record PaymentResponse(
        String id,
        String orderId,
        PaymentView.Status status,
        Money amount,
        @Nullable String code,
        @Nullable String detail,
        Instant createdAt,
        @Nullable Instant paidAt,
        @Nullable String codeUrl,
        @Nullable Instant payUntil,
        PaymentView.@Nullable Refund refund) {

    static PaymentResponse of(PaymentView payment) {
        return new PaymentResponse(
                payment.id(),
                payment.orderId(),
                payment.status(),
                payment.amount(),
                payment.code(),
                payment.detail(),
                payment.createdAt(),
                payment.paidAt(),
                payment.codeUrl(),
                payment.payUntil(),
                payment.refund());
    }
}
