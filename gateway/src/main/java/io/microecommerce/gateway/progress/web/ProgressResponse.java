package io.microecommerce.gateway.progress.web;

import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.payment.PaymentView;
import io.microecommerce.api.timeline.TimelineEntryView;
import io.microecommerce.gateway.progress.Progress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an order's newest payment is.
 *
 * @param atRest whether nothing goes on by itself; after such an event the stream ends
 * @param payment null where none was ever opened
 * @param steps what the payment's journal tells, in order
 */
record ProgressResponse(
        String orderId,
        OrderStatus orderStatus,
        boolean atRest,
        @Nullable PaidResponse payment,
        List<StepResponse> steps) {

    static ProgressResponse of(Progress progress) {
        PaymentView payment = progress.payment();
        return new ProgressResponse(
                progress.orderId(),
                progress.orderStatus(),
                progress.isAtRest(),
                payment == null ? null : PaidResponse.of(payment),
                progress.steps().stream().map(StepResponse::of).toList());
    }

    /** The payment itself tells the rest. */
    record PaidResponse(
            String id,
            PaymentView.Status status,
            @Nullable String code,
            @Nullable String codeUrl,
            PaymentView.@Nullable Refund refund) {

        static PaidResponse of(PaymentView payment) {
            return new PaidResponse(
                    payment.id(), payment.status(), payment.code(), payment.codeUrl(), payment.refund());
        }
    }

    /** As an entry of the timeline, see there. */
    record StepResponse(Instant at, String kind, @Nullable Integer attempt, String text) {

        static StepResponse of(TimelineEntryView entry) {
            return new StepResponse(entry.at(), entry.kind(), entry.attempt(), entry.text());
        }
    }
}
