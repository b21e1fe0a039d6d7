package io.microecommerce.payment.pay;

import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.api.payment.OrderRefunded;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Meters of the sweepers and of the reconciler, which is the part of them that sends an event again, each with the tag {@code event}
 * (OrderPaid, OrderRefunded):
 *
 * <ul>
 *   <li>counter {@code shop.sweeper.expired}: attempts that ended before they held anything, by the sweeper;
 *   <li>gauge {@code shop.reconciler.unseen}: events that had not come back at the newest look, of so many as it takes at once;
 *   <li>counter {@code shop.reconciler.resent}: events that it sent again;
 *   <li>gauge {@code shop.reconciler.since.look}: seconds since its newest complete look.
 * </ul>
 */
@Component
public class SweeperMeters {

    private final Map<String, Of> byEvent;

    SweeperMeters(MeterRegistry meters) {
        byEvent = Map.of(
                OrderPaid.TAG, new Of(OrderPaid.TAG, meters), OrderRefunded.TAG, new Of(OrderRefunded.TAG, meters));
    }

    /** @param event the tag of the message */
    public Of of(String event) {
        return Objects.requireNonNull(byEvent.get(event));
    }

    /** The meters of one kind of event. */
    public static final class Of {

        private final Counter expired;
        private final Counter resent;
        private final AtomicLong unseen = new AtomicLong();
        private final AtomicLong lookedNanos = new AtomicLong(System.nanoTime());

        private Of(String event, MeterRegistry meters) {
            expired = Counter.builder("shop.sweeper.expired")
                    .description("Attempts that the sweeper ended before they held anything")
                    .tag("event", event)
                    .register(meters);
            resent = Counter.builder("shop.reconciler.resent")
                    .description("Events that were sent again, because they had not come back")
                    .tag("event", event)
                    .register(meters);
            Gauge.builder("shop.reconciler.unseen", unseen, AtomicLong::doubleValue)
                    .description("Events that had not come back at the newest look")
                    .tag("event", event)
                    .register(meters);
            TimeGauge.builder(
                            "shop.reconciler.since.look",
                            lookedNanos,
                            TimeUnit.NANOSECONDS,
                            at -> System.nanoTime() - at.get())
                    .description("Time since the reconciler's newest complete look")
                    .tag("event", event)
                    .register(meters);
        }

        public void expired(int attempts) {
            expired.increment(attempts);
        }

        public void found(int events) {
            unseen.set(events);
        }

        public void resent() {
            resent.increment();
        }

        public void looked() {
            lookedNanos.set(System.nanoTime());
        }
    }
}
