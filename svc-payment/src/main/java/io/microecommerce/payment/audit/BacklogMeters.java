package io.microecommerce.payment.audit;

import io.microecommerce.payment.audit.Backlog.Open;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gauges of what is under way:
 *
 * <ul>
 *   <li>{@code shop.half_messages.open} and {@code shop.half_messages.oldest.open} (seconds), tag {@code event}: the broker has the half
 *       message, and the row would answer UNKNOWN;
 *   <li>{@code shop.transactions.open} and {@code shop.transactions.oldest.open} (seconds), tag {@code name}: what the coordinator has yet
 *       to confirm or cancel here.
 * </ul>
 *
 * <p>Each instance counts the same rows. They are read every few seconds, and never because somebody reads the gauges.
 */
@Component
class BacklogMeters {

    private final Backlog backlog;
    private final MeterRegistry meters;
    private final Map<String, AtomicReference<Open>> newest = new ConcurrentHashMap<>();

    BacklogMeters(Backlog backlog, MeterRegistry meters) {
        this.backlog = backlog;
        this.meters = meters;
    }

    @Scheduled(fixedDelayString = "${shop.provider.count-every}")
    void count() {
        backlog.halfMessages().forEach(open -> set("shop.half_messages", "event", open));
        backlog.transactions().forEach(open -> set("shop.transactions", "name", open));
    }

    private void set(String meter, String tag, Open open) {
        newest.computeIfAbsent(meter + '/' + open.kind(), absent -> register(meter, tag, open))
                .set(open);
    }

    private AtomicReference<Open> register(String meter, String tag, Open open) {
        AtomicReference<Open> holder = new AtomicReference<>(open);
        Gauge.builder(meter + ".open", () -> Objects.requireNonNull(holder.get())
                        .count())
                .description("How many are under way")
                .tag(tag, open.kind())
                .register(meters);
        Gauge.builder(meter + ".oldest.open", () -> Objects.requireNonNull(holder.get())
                        .oldestSeconds())
                .description("How long the oldest has been under way")
                .baseUnit("seconds")
                .tag(tag, open.kind())
                .register(meters);
        return holder;
    }
}
