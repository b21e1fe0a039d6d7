package io.microecommerce.gateway.health;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether something works. It holds names and states only: no addresses and no exceptions, since anybody may read it.
 *
 * @param components its parts by name; empty for something that has none
 */
public record HealthReport(Status status, Map<String, HealthReport> components) {

    public HealthReport {
        components = Map.copyOf(components);
    }

    /** From the best to the worst. */
    public enum Status {
        UP,
        /** It answers, and something that it needs does not. */
        DEGRADED,
        DOWN;

        Status worse(Status other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    public static HealthReport of(Status status) {
        return new HealthReport(status, Map.of());
    }

    /** Down when all its parts are, degraded when some are not quite well. */
    public static HealthReport of(Map<String, HealthReport> components) {
        return new HealthReport(sumUp(components.values()), components);
    }

    /** Several instances of one thing as that thing; of each component the worst is told. */
    public static HealthReport ofInstances(Collection<HealthReport> instances) {
        Map<String, HealthReport> worst = new TreeMap<>();
        for (HealthReport instance : instances) {
            instance.components.forEach((name, component) ->
                    worst.merge(name, component, (one, other) -> of(one.status.worse(other.status))));
        }
        return new HealthReport(sumUp(instances), worst);
    }

    private static Status sumUp(Collection<HealthReport> parts) {
        if (parts.stream().allMatch(part -> part.status == Status.DOWN)) {
            return Status.DOWN;
        }
        return parts.stream().allMatch(part -> part.status == Status.UP) ? Status.UP : Status.DEGRADED;
    }
}
