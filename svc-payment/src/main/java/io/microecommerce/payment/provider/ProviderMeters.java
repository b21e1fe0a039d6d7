package io.microecommerce.payment.provider;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Meters of the money from outside:
 *
 * <ul>
 *   <li>gauge {@code shop.provider.refunds.abnormal}: refunds that the provider cannot pay back by itself;
 *   <li>gauge {@code shop.provider.refunds.oldest}: age in seconds of the oldest refund that is not done;
 *   <li>gauge {@code shop.provider.contradictions}: callbacks of the last day that contradicted our rows.
 * </ul>
 */
@Component
class ProviderMeters {

    private final RefundWork refunds;
    private final ProviderEvents events;
    private final AtomicLong abnormal = new AtomicLong();
    private final AtomicLong oldestSeconds = new AtomicLong();
    private final AtomicLong contradictions = new AtomicLong();

    ProviderMeters(RefundWork refunds, ProviderEvents events, MeterRegistry meters) {
        this.refunds = refunds;
        this.events = events;
        Gauge.builder("shop.provider.refunds.abnormal", abnormal, AtomicLong::doubleValue)
                .description("Refunds that the provider cannot pay back by itself")
                .register(meters);
        Gauge.builder("shop.provider.refunds.oldest", oldestSeconds, AtomicLong::doubleValue)
                .description("Age of the oldest refund that is not done")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("shop.provider.contradictions", contradictions, AtomicLong::doubleValue)
                .description("Callbacks of the last day that contradicted our rows")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${shop.provider.count-every}")
    void count() {
        abnormal.set(refunds.abnormal());
        oldestSeconds.set(refunds.oldestSeconds());
        contradictions.set(events.contradictionsOfADay());
    }
}
