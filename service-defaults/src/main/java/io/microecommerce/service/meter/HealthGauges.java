package io.microecommerce.service.meter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;

/**
 * Gauge {@code shop.health}, tag {@code component}: 1 where what {@code /actuator/health} names answered a moment ago, 0 where it did
 * not, or where that has not been known for a minute.
 */
final class HealthGauges extends Rounds {

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final long KNOWN_FOR_NANOS = Duration.ofMinutes(1).toNanos();

    private final HealthContributorRegistry contributors;
    private final MeterRegistry meters;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    HealthGauges(HealthContributorRegistry contributors, MeterRegistry meters) {
        super("health-gauges", PAUSE);
        this.contributors = contributors;
        this.meters = meters;
    }

    private record Seen(boolean up, long atNanos) {}

    @Override
    void round() {
        contributors.stream().forEach(entry -> {
            if (entry.contributor() instanceof HealthIndicator indicator) {
                look(entry.name(), indicator);
            }
        });
    }

    private void look(String component, HealthIndicator indicator) {
        boolean up = isUp(indicator);
        boolean first = seen.put(component, new Seen(up, System.nanoTime())) == null;
        if (first) {
            Gauge.builder("shop.health", () -> value(component))
                    .description("1 where it answered a moment ago, 0 where it did not")
                    .tag("component", component)
                    .register(meters);
        }
    }

    private static boolean isUp(HealthIndicator indicator) {
        try {
            Health health = indicator.health(false);
            return health != null && Status.UP.equals(health.getStatus());
        } catch (RuntimeException unanswered) {
            return false;
        }
    }

    private int value(String component) {
        Seen last = seen.get(component);
        return last != null && last.up() && System.nanoTime() - last.atNanos() < KNOWN_FOR_NANOS ? 1 : 0;
    }
}
