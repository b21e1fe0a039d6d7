package io.microecommerce.gateway.timeline.web;

import io.microecommerce.api.timeline.TimelineEntryView;
import io.microecommerce.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an order.
 *
 * @param missing services that did not answer, whose part is not told; empty when the timeline is complete
 * @param entries the order's own
 * @param payments the oldest first
 */
record TimelineResponse(
        String orderId, List<String> missing, List<EntryResponse> entries, List<PaymentAccountResponse> payments) {

    static TimelineResponse of(Timeline timeline) {
        return new TimelineResponse(
                timeline.orderId(),
                timeline.missing(),
                timeline.entries().stream().map(EntryResponse::of).toList(),
                timeline.payments().stream().map(PaymentAccountResponse::of).toList());
    }

    /**
     * @param status as the payment's row has it, null while svc-payment is missing
     * @param attempts 0 while svc-payment is missing
     * @param fencesForgotten whether the payment is too old for its fence rows to be told of
     */
    record PaymentAccountResponse(
            String id, @Nullable String status, int attempts, boolean fencesForgotten, List<EntryResponse> entries) {

        static PaymentAccountResponse of(Timeline.Payment payment) {
            return new PaymentAccountResponse(
                    payment.id(),
                    payment.status(),
                    payment.attempts(),
                    payment.fencesForgotten(),
                    payment.entries().stream().map(EntryResponse::of).toList());
        }
    }

    /** @param source the service that remembers it */
    record EntryResponse(
            Instant at,
            String source,
            String kind,
            @Nullable Integer attempt,
            @Nullable String xid,
            @Nullable String traceId,
            String text) {

        static EntryResponse of(TimelineEntryView entry) {
            return new EntryResponse(
                    entry.at(),
                    entry.source(),
                    entry.kind(),
                    entry.attempt(),
                    entry.xid(),
                    entry.traceId(),
                    entry.text());
        }
    }
}
