package io.microecommerce.timeline;

import io.microecommerce.api.timeline.TimelineEntryView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of an order.
 *
 * @param missing services that could not be asked, whose part is therefore not told; none when it is complete
 * @param entries the order's own: placed, cancelled, shipped, completed
 * @param payments each with its account, the oldest first
 */
public record Timeline(String orderId, List<String> missing, List<TimelineEntryView> entries, List<Payment> payments) {

    public Timeline {
        missing = List.copyOf(missing);
        entries = List.copyOf(entries);
        payments = List.copyOf(payments);
    }

    /** Whether nobody knows the order, though all were asked. */
    public boolean isUnknown() {
        return missing.isEmpty() && entries.isEmpty() && payments.isEmpty();
    }

    /**
     * @param status by its newest move; null where svc-payment is missing
     * @param attempts runs of the protocol; 0 where svc-payment is missing
     * @param fencesForgotten whether its fence rows are too old to be told of
     */
    public record Payment(
            String id,
            @Nullable String status,
            int attempts,
            boolean fencesForgotten,
            List<TimelineEntryView> entries) {

        public Payment {
            entries = List.copyOf(entries);
        }
    }
}
