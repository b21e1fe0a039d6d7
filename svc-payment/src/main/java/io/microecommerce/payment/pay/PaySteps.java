package io.microecommerce.payment.pay;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Times the steps of every attempt: timer {@code shop.pay.step}, tag {@code step}, from the step before to this one. */
@Component
public class PaySteps {

    private final Map<PayStep, Timer> timers = new EnumMap<>(PayStep.class);
    private final List<PayStepListener> listeners;

    PaySteps(MeterRegistry meters, ObjectProvider<PayStepListener> listeners) {
        for (PayStep step : PayStep.values()) {
            timers.put(
                    step,
                    Timer.builder("shop.pay.step")
                            .description("Time from the step before to this one")
                            .tag("step", step.name())
                            .publishPercentiles(0.5, 0.95, 0.99)
                            .register(meters));
        }
        this.listeners = listeners.orderedStream().toList();
    }

    /** The clock of one attempt starts. */
    Progress start() {
        return new Progress();
    }

    /** One attempt's way through the steps; used by one thread at a time. */
    public final class Progress {

        private volatile long lastNanos = System.nanoTime();

        private Progress() {}

        public void reached(PayStep step) {
            long now = System.nanoTime();
            Objects.requireNonNull(timers.get(step)).record(now - lastNanos, TimeUnit.NANOSECONDS);
            lastNanos = now;
            listeners.forEach(listener -> listener.reached(step));
        }
    }
}
