package io.microecommerce.service.deadletter;

import io.micrometer.core.instrument.Metrics;
import java.util.concurrent.TimeUnit;

/**
 * Timer {@code shop.consumer.deliveries}, tags {@code group} and {@code outcome} (done, failed): each message that the broker handed
 * to a consumer, the repetitions included.
 */
final class Deliveries {

    private Deliveries() {}

    static void timed(String group, Runnable delivery) {
        long beganNanos = System.nanoTime();
        String outcome = "failed";
        try {
            delivery.run();
            outcome = "done";
        } finally {
            Metrics.timer("shop.consumer.deliveries", "group", group, "outcome", outcome)
                    .record(System.nanoTime() - beganNanos, TimeUnit.NANOSECONDS);
        }
    }
}
