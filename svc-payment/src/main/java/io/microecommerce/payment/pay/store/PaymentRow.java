package io.microecommerce.payment.pay.store;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.payment.PaymentMethod;
import io.microecommerce.payment.pay.Payment;
import io.microecommerce.payment.pay.PaymentStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of payment, as {@link PaymentMapper#COLUMNS} selects it. */
record PaymentRow(
        String id,
        String customerId,
        String orderId,
        PaymentMethod method,
        long amountMinor,
        String currency,
        PaymentStatus status,
        int attempt,
        boolean leased,
        @Nullable String refusalCode,
        @Nullable String refusalDetail,
        String requestHash,
        Instant createdAt,
        @Nullable Instant paidAt,
        @Nullable Instant capturedAt) {

    Payment toPayment() {
        return new Payment(
                id,
                customerId,
                orderId,
                method,
                new Money(currency, amountMinor),
                status,
                attempt,
                leased,
                refusalCode,
                refusalDetail,
                requestHash,
                createdAt,
                paidAt,
                capturedAt);
    }
}
