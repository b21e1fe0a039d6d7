package io.microecommerce.e2e.chaos;

import io.microecommerce.e2e.chaos.check.Violation;
import io.microecommerce.e2e.chaos.customer.History;
import io.microecommerce.e2e.chaos.customer.Operation;
import io.microecommerce.e2e.chaos.customer.Outcome;
import io.microecommerce.e2e.chaos.nemesis.Fault;
import io.microecommerce.e2e.chaos.nemesis.FaultKind;
import io.microecommerce.e2e.faults.CrashPoint;
import io.microecommerce.e2e.shop.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a campaign came to.
 *
 * @param operations number of each kind and outcome, such as {@code PAY OK}
 * @param faults everything that was broken, in the order in which it was healed
 * @param recoveries by kind the longest time from a fault's end until a payment was acknowledged that began after it;
 *     other faults may have gone on meanwhile
 * @param missed crash points that nobody came by
 * @param looks what was looked at
 * @param settledAfter how long after the last fault every rule held
 */
public record Report(
        long seed,
        Duration faultsFor,
        Map<String, Long> operations,
        List<Fault> faults,
        Map<FaultKind, Recovery> recoveries,
        List<CrashPoint> missed,
        List<Violation> violations,
        Looks looks,
        Duration settledAfter) {

    /**
     * @param whileFaults how often the databases were checked while faults went on
     * @param timelines how many orders' timelines were read over REST in the end
     * @param leftOver finished transactions that the TC failed to delete; nobody waits for them
     */
    public record Looks(int whileFaults, int timelines, int leftOver) {}

    /** The worst of one kind of fault. */
    public record Recovery(Duration worst, String target) {}

    static Report of(
            long seed,
            Duration faultsFor,
            History history,
            List<Fault> faults,
            List<CrashPoint> missed,
            Collection<Violation> violations,
            Looks looks,
            Duration settledAfter) {
        Map<String, Long> operations = new TreeMap<>();
        for (Operation operation : history.operations()) {
            operations.merge(operation.what() + " " + operation.outcome(), 1L, Long::sum);
        }
        return new Report(
                seed,
                faultsFor,
                operations,
                faults,
                recoveries(history, faults),
                missed,
                List.copyOf(violations),
                looks,
                settledAfter);
    }

    private static Map<FaultKind, Recovery> recoveries(History history, List<Fault> faults) {
        Map<FaultKind, Recovery> worst = new TreeMap<>();
        for (Fault fault : faults) {
            Optional<Duration> recovery = history.firstPaidAfter(fault.healed());
            recovery.ifPresent(after -> worst.merge(
                    fault.kind(),
                    new Recovery(after, fault.target()),
                    (left, right) -> left.worst().compareTo(right.worst()) >= 0 ? left : right));
        }
        return worst;
    }

    public boolean holds() {
        return violations.isEmpty() && missed.isEmpty();
    }

    public long count(FaultKind kind) {
        return faults.stream().filter(fault -> fault.kind() == kind).count();
    }

    /** Operations with that outcome. */
    public long count(Outcome outcome) {
        return operations.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(" " + outcome))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Campaign of seed " + seed + ", " + faultsFor.toSeconds() + " s of faults");
        lines.add("");
        lines.add("Operations: " + count(Outcome.OK) + " ok, " + count(Outcome.REFUSED) + " refused, "
                + count(Outcome.UNKNOWN) + " unknown");
        operations.forEach((what, count) -> lines.add(String.format(Locale.ROOT, "  %-16s %6d", what, count)));
        lines.add("");
        lines.add(String.format(
                Locale.ROOT, "  %-24s %6s  %s", "Faults", "number", "longest until the next payment went through"));
        for (FaultKind kind : FaultKind.values()) {
            Recovery recovery = recoveries.get(kind);
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-24s %6d  %s",
                    kind.words(),
                    count(kind),
                    recovery == null ? "-" : seconds(recovery.worst()) + " s (" + recovery.target() + ")"));
        }
        lines.add("");
        lines.add("Killed: "
                + faults.stream()
                        .filter(fault -> fault.kind() == FaultKind.KILL)
                        .collect(Collectors.groupingBy(Fault::target, TreeMap::new, Collectors.counting())));
        lines.add("Checked " + looks.whileFaults() + " times meanwhile; every rule held " + seconds(settledAfter)
                + " s after the last fault");
        lines.add("Timelines read: " + looks.timelines() + "; finished transactions that the TC left over: "
                + looks.leftOver());
        missed.forEach(point -> lines.add("NOT REACHED: crash point " + point));
        lines.add("Violations: " + violations.size());
        violations.forEach(violation -> lines.add("  " + violation));
        return lines;
    }

    /** The same for programs. */
    public String json() {
        Map<String, Object> kinds = new LinkedHashMap<>();
        for (FaultKind kind : FaultKind.values()) {
            Recovery recovery = recoveries.get(kind);
            kinds.put(
                    kind.name(),
                    Json.object(
                            "number",
                            count(kind),
                            "worst_recovery_ms",
                            recovery == null ? null : recovery.worst().toMillis(),
                            "worst_target",
                            recovery == null ? null : recovery.target()));
        }
        return Json.text(
                "seed",
                seed,
                "faults_for_s",
                faultsFor.toSeconds(),
                "operations",
                operations,
                "faults",
                kinds,
                "crash_points_missed",
                missed.stream().map(Enum::name).toList(),
                "looks",
                looks.whileFaults(),
                "timelines",
                looks.timelines(),
                "left_over",
                looks.leftOver(),
                "settled_after_ms",
                settledAfter.toMillis(),
                "violations",
                violations.stream().map(Violation::toString).toList());
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1e3);
    }
}
