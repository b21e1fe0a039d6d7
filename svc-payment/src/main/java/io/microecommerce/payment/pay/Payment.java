package io.microecommerce.payment.pay;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.payment.PaymentMethod;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment as its row stood when it was read.
 *
 * @param attempt how often the protocol was run for it, from 1
 * @param leased whether somebody was at work on it, by the database's clock
 * @param paidAt set if and only if the status is PAID
 * @param capturedAt when the provider took the money; null where none was taken, and where the wallet pays
 */
public record Payment(
        String id,
        String customerId,
        String orderId,
        PaymentMethod method,
        Money amount,
        PaymentStatus status,
        int attempt,
        boolean leased,
        @Nullable String refusalCode,
        @Nullable String refusalDetail,
        String requestHash,
        Instant createdAt,
        @Nullable Instant paidAt,
        @Nullable Instant capturedAt) {

    /** Whether the outcome is still open: work goes on, or the TC has yet to confirm or cancel. Captured money is worked on anyway. */
    public boolean undecided() {
        return switch (status) {
            case AWAITING_PROVIDER, INITIATED, HELD -> true;
            case RELEASED -> leased || capturedAt != null;
            case EXPIRED -> capturedAt != null;
            case PAID, REFUSED, CLOSED -> false;
        };
    }

    /** Whether a retry with the same key may run the protocol again. */
    public boolean canBeTakenOver() {
        return switch (status) {
            case INITIATED, RELEASED -> !leased;
            case EXPIRED -> true;
            case AWAITING_PROVIDER, HELD, PAID, REFUSED, CLOSED -> false;
        };
    }
}
