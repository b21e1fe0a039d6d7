package io.microecommerce.payment.pay.mq;

import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.api.payment.OrderRefunded;
import io.microecommerce.payment.pay.Decision;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Counters of what the broker was told, each with the tag {@code event}:
 *
 * <ul>
 *   <li>{@code shop.half_messages.sent}: half messages that the broker has stored, those of an event that is sent again among them;
 *   <li>{@code shop.half_messages.answered}, tags {@code decision} and {@code asked}: {@code no} where the answer follows the
 *       work, {@code yes} where the broker had asked for it, which is a check-back.
 * </ul>
 */
@Component
class HalfMessageMeters {

    private final MeterRegistry meters;

    HalfMessageMeters(MeterRegistry meters) {
        this.meters = meters;
        for (String event : List.of(OrderPaid.TAG, OrderRefunded.TAG)) {
            for (Decision decision : Decision.values()) {
                answered(event, decision, true, 0);
            }
        }
    }

    void sent(String event) {
        meters.counter("shop.half_messages.sent", "event", event).increment();
    }

    void answered(String event, Decision decision, boolean checkedBack) {
        answered(event, decision, checkedBack, 1);
    }

    private void answered(String event, Decision decision, boolean checkedBack, int times) {
        meters.counter(
                        "shop.half_messages.answered",
                        "event",
                        event,
                        "decision",
                        decision.name(),
                        "asked",
                        checkedBack ? "yes" : "no")
                .increment(times);
    }
}
