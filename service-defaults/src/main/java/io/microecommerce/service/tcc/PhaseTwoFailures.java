package io.microecommerce.service.tcc;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Meters on phase two, in the global registry, because Seata and not Spring makes who tells them:
 *
 * <ul>
 *   <li>counter {@code shop.tcc.phase.two.failures}, tags {@code action} and {@code phase}: each Confirm or Cancel that failed;
 *   <li>gauge {@code shop.tcc.phase.two.failing}: branches whose Confirm or Cancel failed more than once and still does.
 * </ul>
 */
final class PhaseTwoFailures {

    /** The coordinator tries again each second; a branch of which nothing was heard for so long was settled elsewhere. */
    private static final long FORGOTTEN_AFTER_NANOS = Duration.ofMinutes(1).toNanos();

    private static final int MOST_REMEMBERED = 10_000;

    private static final Map<Long, Failing> FAILING = new ConcurrentHashMap<>();

    static {
        Gauge.builder("shop.tcc.phase.two.failing", PhaseTwoFailures::failing)
                .description("Branches whose Confirm or Cancel failed more than once, and has not succeeded since")
                .register(Metrics.globalRegistry);
    }

    private PhaseTwoFailures() {}

    private record Failing(int times, long lastNanos) {}

    static void ended(String action, String phase, long branchId, boolean success) {
        if (success) {
            FAILING.remove(branchId);
            return;
        }
        failures(Metrics.globalRegistry, action, phase).increment();
        if (FAILING.size() < MOST_REMEMBERED || FAILING.containsKey(branchId)) {
            FAILING.merge(
                    branchId,
                    new Failing(1, System.nanoTime()),
                    (before, now) -> new Failing(before.times() + 1, now.lastNanos()));
        }
    }

    /** What may come later is 0 until then, so that its first time is seen as an increase. */
    static void expect(MeterRegistry meters, String action) {
        failures(meters, action, "confirm");
        failures(meters, action, "cancel");
    }

    private static Counter failures(MeterRegistry meters, String action, String phase) {
        return meters.counter("shop.tcc.phase.two.failures", "action", action, "phase", phase);
    }

    static long failing() {
        long now = System.nanoTime();
        FAILING.values().removeIf(branch -> now - branch.lastNanos() > FORGOTTEN_AFTER_NANOS);
        return FAILING.values().stream().filter(branch -> branch.times() > 1).count();
    }
}
