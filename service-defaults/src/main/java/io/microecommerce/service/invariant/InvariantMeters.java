package io.microecommerce.service.invariant;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Meters, each with the tag {@code rule}:
 *
 * <ul>
 *   <li>gauge {@code shop.invariant.violations}: what the newest check that told something has found; NaN before that;
 *   <li>gauge {@code shop.invariant.since.check}: the time since then, or since the start.
 * </ul>
 */
final class InvariantMeters implements MeterBinder {

    private final List<CheckedInvariant> invariants;
    private final Clock clock;
    private final Instant startedAt;

    InvariantMeters(List<CheckedInvariant> invariants, Clock clock) {
        this.invariants = invariants;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (CheckedInvariant checked : invariants) {
            Gauge.builder("shop.invariant.violations", checked, InvariantMeters::violations)
                    .description("Where something that must hold does not")
                    .tag("rule", checked.invariant().name())
                    .register(meters);
            TimeGauge.builder("shop.invariant.since.check", checked, TimeUnit.MILLISECONDS, this::millisSinceCheck)
                    .description("Time since something that must hold was last checked with success")
                    .tag("rule", checked.invariant().name())
                    .register(meters);
        }
    }

    private static double violations(CheckedInvariant checked) {
        Long violations = checked.finding().violations();
        return violations == null ? Double.NaN : violations;
    }

    private double millisSinceCheck(CheckedInvariant checked) {
        Instant since = Objects.requireNonNullElse(checked.finding().checkedAt(), startedAt);
        return Duration.between(since, clock.instant()).toMillis();
    }
}
