package io.microecommerce.payment.audit;

import io.microecommerce.api.branch.Settlement;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Meters of the auditor:
 *
 * <ul>
 *   <li>gauge {@code shop.audit.cases}, tag {@code verdict}: open cases; WAIT are stuck, PAGE need a person;
 *   <li>gauge {@code shop.audit.failing}: open cases that it could not settle;
 *   <li>gauge {@code shop.audit.since.look}: seconds since its newest complete look;
 *   <li>counter {@code shop.audit.looked.at}: transactions that it judged;
 *   <li>counter {@code shop.audit.settled}, tags {@code rule} and {@code action}: transactions that it ended.
 * </ul>
 */
@Component
class AuditMeters {

    private final MeterRegistry meters;
    private final Map<Verdict.Kind, AtomicLong> open = new EnumMap<>(Verdict.Kind.class);
    private final AtomicLong failing = new AtomicLong();
    private final AtomicLong lookedNanos = new AtomicLong(System.nanoTime());
    private final Counter lookedAt;

    AuditMeters(MeterRegistry meters) {
        this.meters = meters;
        for (Verdict.Kind kind : Verdict.Kind.values()) {
            AtomicLong count = new AtomicLong();
            open.put(kind, count);
            Gauge.builder("shop.audit.cases", count, AtomicLong::doubleValue)
                    .description("Global transactions that hang, by what is to be done about them")
                    .tag("verdict", kind.name())
                    .register(meters);
        }
        for (Verdict.Rule rule : Verdict.Rule.values()) {
            switch (rule.because("").kind()) {
                case CONFIRM -> settlements(rule, Settlement.CONFIRM);
                case CANCEL -> settlements(rule, Settlement.CANCEL);
                case WAIT, PAGE, SETTLED -> {
                    // Nothing is settled by these.
                }
            }
        }
        lookedAt = Counter.builder("shop.audit.looked.at")
                .description("Global transactions that the auditor judged")
                .register(meters);
        Gauge.builder("shop.audit.failing", failing, AtomicLong::doubleValue)
                .description("Global transactions that the auditor could not settle")
                .register(meters);
        TimeGauge.builder(
                        "shop.audit.since.look", lookedNanos, TimeUnit.NANOSECONDS, at -> System.nanoTime() - at.get())
                .description("Time since the auditor's newest complete look")
                .register(meters);
    }

    void lookedAt() {
        lookedAt.increment();
    }

    void looked() {
        lookedNanos.set(System.nanoTime());
    }

    void count(Map<Verdict.Kind, Long> openByVerdict, long failingNow) {
        open.forEach((kind, count) -> count.set(Objects.requireNonNullElse(openByVerdict.get(kind), 0L)));
        failing.set(failingNow);
    }

    void settled(Verdict.Rule rule, Settlement settlement) {
        settlements(rule, settlement).increment();
    }

    private Counter settlements(Verdict.Rule rule, Settlement settlement) {
        return meters.counter("shop.audit.settled", "rule", rule.name(), "action", settlement.name());
    }
}
