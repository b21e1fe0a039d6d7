package io.microecommerce.payment.statement;

import io.microecommerce.payment.provider.ProviderStatements;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Meters of the reconciliation:
 *
 * <ul>
 *   <li>gauge {@code shop.statement.differences}: differences that wait for a person;
 *   <li>gauge {@code shop.statement.overdue}: seconds for which the oldest statement that is not compared could have been.
 * </ul>
 */
@Component
class StatementMeters {

    private final Statements statements;
    private final Differences differences;
    private final StatementProperties properties;
    private final Clock clock;
    private final AtomicLong paged = new AtomicLong();
    private final AtomicLong overdueSeconds = new AtomicLong();

    StatementMeters(
            Statements statements,
            Differences differences,
            StatementProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.statements = statements;
        this.differences = differences;
        this.properties = properties;
        this.clock = clock;
        Gauge.builder("shop.statement.differences", paged, AtomicLong::doubleValue)
                .description("Differences from the provider's statements that wait for a person")
                .register(meters);
        Gauge.builder("shop.statement.overdue", overdueSeconds, AtomicLong::doubleValue)
                .description("For how long the oldest statement that is not compared could have been")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${shop.provider.count-every}")
    void count() {
        paged.set(differences.paged());
        overdueSeconds.set(statements.oldestAwaited().map(this::secondsReady).orElse(0L));
    }

    private long secondsReady(LocalDate day) {
        Instant readyAt = day.plusDays(1)
                .atTime(properties.readyAt())
                .atZone(ProviderStatements.ZONE)
                .toInstant();
        return Math.max(0, Duration.between(readyAt, clock.instant()).toSeconds());
    }
}
