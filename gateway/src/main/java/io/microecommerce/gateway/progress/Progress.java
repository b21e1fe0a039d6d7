package io.microecommerce.gateway.progress;

import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.payment.PaymentView;
import io.microecommerce.api.payment.PaymentView.Refund;
import io.microecommerce.api.timeline.TimelineEntryView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the newest payment of an order is, as of one question.
 *
 * @param payment null where none was ever opened
 * @param steps what the payment's journal tells, in order; empty without a payment
 */
public record Progress(
        String orderId, OrderStatus orderStatus, @Nullable PaymentView payment, List<TimelineEntryView> steps) {

    public Progress {
        steps = List.copyOf(steps);
    }

    /** Whether nothing goes on by itself: what comes next is somebody's wish. */
    public boolean isAtRest() {
        return orderStatus != OrderStatus.PAYING
                && orderStatus != OrderStatus.REFUNDING
                && (payment == null || isAtRest(payment));
    }

    private static boolean isAtRest(PaymentView payment) {
        return switch (payment.status()) {
            case PROCESSING, AWAITING_PROVIDER -> false;
            case PAID, REFUSED, FAILED, CLOSED -> payment.refund() != Refund.UNDER_WAY;
        };
    }
}
