package io.microecommerce.bench.cli;

import io.microecommerce.bench.load.Figures;
import io.microecommerce.bench.rest.PayPhase;
import io.microecommerce.bench.rest.PhasePercentiles;
import io.microecommerce.bench.rest.PhaseTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report for people to read. */
final class ReportText {

    private final Report report;
    private final List<String> lines = new ArrayList<>();

    ReportText(Report report) {
        this.report = report;
    }

    List<String> lines() {
        lines.clear();
        load();
        answers("Orders not placed", report.figures().unplacedOrders());
        answers("Payments not answered 201", report.figures().unpaidPayments());
        cpu();
        phases();
        audit();
        return List.copyOf(lines);
    }

    private void load() {
        Figures figures = report.figures();
        Figures.Latency latency = figures.payment();
        double payments = figures.paymentsPaid() / report.seconds();
        double commits = report.peer().perSecond();
        add("");
        add(
                "%d threads, %.1f s, SKUs: %s",
                report.options().threads(), report.seconds(), String.join(", ", report.skus()));
        add("");
        add("payments/s         %10.1f   (%d answered 201)", payments, figures.paymentsPaid());
        add("orders placed/s    %10.1f", figures.ordersPlaced() / report.seconds());
        add(
                "peer commits/s     %10.1f   (%d connections: one-row UPDATE, COMMIT, on the same PostgreSQL)",
                commits, report.peer().connections());
        add(
                "payments to peer   %10.4f   (payments/s divided by peer commits/s)",
                commits == 0 ? 0 : payments / commits);
        add("");
        add("latency of POST /api/v1/payment, ms (%d calls)", latency.calls());
        add("  %9s %9s %9s %9s", "p50", "p95", "p99", "max");
        add(
                "  %9.1f %9.1f %9.1f %9.1f",
                latency.p50Micros() / 1000.0,
                latency.p95Micros() / 1000.0,
                latency.p99Micros() / 1000.0,
                latency.maxMicros() / 1000.0);
    }

    private void answers(String title, Map<String, Long> counts) {
        add("");
        add("%s: %d", title, counts.values().stream().mapToLong(Long::longValue).sum());
        counts.forEach((answer, count) -> add("  %-40s %8d", answer, count));
    }

    private void cpu() {
        long payments = report.figures().paymentsPaid();
        add("");
        add("CPU, ms a payment");
        report.cpuMillis().forEach((component, millis) -> add("  %-18s %10s", component, perPayment(millis, payments)));
        long total =
                report.cpuMillis().values().stream().mapToLong(Long::longValue).sum();
        add(
                "  %-18s %10s   (%.2f cores in use)",
                "all", perPayment(total, payments), total / 1000.0 / report.seconds());
    }

    private static String perPayment(long millis, long payments) {
        return payments == 0 ? "-" : String.format(Locale.ROOT, "%.2f", (double) millis / payments);
    }

    private void phases() {
        add("");
        add("phases of a payment in svc-payment, ms");
        add("  %-14s %8s %9s %9s %9s %9s", "", "count", "mean", "p50", "p95", "p99");
        report.phases().forEach(this::phase);
    }

    private void phase(PayPhase phase, PhaseTimes.Total total) {
        PhasePercentiles percentiles = report.percentiles().get(phase);
        if (total.count() == 0) {
            add("  %-14s %8d", phase.title(), 0);
        } else if (percentiles == null) {
            add("  %-14s %8d %9.2f %9s %9s %9s", phase.title(), total.count(), total.meanMillis(), "-", "-", "-");
        } else {
            add(
                    "  %-14s %8d %9.2f %9.2f %9.2f %9.2f",
                    phase.title(),
                    total.count(),
                    total.meanMillis(),
                    percentiles.p50(),
                    percentiles.p95(),
                    percentiles.p99());
        }
    }

    private void audit() {
        Audit audit = report.audit();
        add("");
        add(
                "books, with the warm-up: %d payments PAID; answered 201: %d; unknown: %d, of which PAID: %d",
                audit.paid(), audit.answeredPaid(), audit.unknown(), audit.unknownPaid());
        if (audit.agrees()) {
            add("OK: payments, orders and stock agree; wallets equal their entries, stock its movements");
        } else {
            audit.disagreements().forEach(disagreement -> add("WRONG: %s", disagreement));
        }
    }

    private void add(String format, @Nullable Object... arguments) {
        lines.add(String.format(Locale.ROOT, format, arguments));
    }
}
