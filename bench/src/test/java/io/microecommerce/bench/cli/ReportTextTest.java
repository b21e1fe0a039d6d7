package io.microecommerce.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.bench.load.Figures;
import io.microecommerce.bench.rest.PayPhase;
import io.microecommerce.bench.rest.PhasePercentiles;
import io.microecommerce.bench.rest.PhaseTimes;
import io.microecommerce.bench.store.CommitPeer;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTextTest {

    @Test
    void showsEveryFigure() {
        Figures figures = new Figures(
                2_000,
                2_010,
                new Figures.Latency(2_003, 80_500, 120_040, 250_000, 5_012_000),
                Map.of(),
                Map.of("422 INSUFFICIENT_STOCK", 3L, "202 PROCESSING (unknown)", 1L));
        Audit audit = new Audit(2_400, 1, 1, 2_401, List.of());

        assertThat(text(figures, audit))
                .isEqualTo(
                        """

                        8 threads, 20.0 s, SKUs: boot-42, tee-red-m

                        payments/s              100.0   (2000 answered 201)
                        orders placed/s         100.5
                        peer commits/s         1000.0   (8 connections: one-row UPDATE, COMMIT, on the same PostgreSQL)
                        payments to peer       0.1000   (payments/s divided by peer commits/s)

                        latency of POST /api/v1/payment, ms (2003 calls)
                                p50       p95       p99       max
                               80.5     120.0     250.0    5012.0

                        Orders not placed: 0

                        Payments not answered 201: 4
                          202 PROCESSING (unknown)                        1
                          422 INSUFFICIENT_STOCK                          3

                        CPU, ms a payment
                          postgres                 1.50
                          svc-payment              4.25
                          all                      5.75   (0.58 cores in use)

                        phases of a payment in svc-payment, ms
                                            count      mean       p50       p95       p99
                          order read         2000      3.00      2.50      6.00      9.00
                          Tries              1000     20.00         -         -         -
                          rollback              0

                        books, with the warm-up: 2401 payments PAID; answered 201: 2400; unknown: 1, of which PAID: 1
                        OK: payments, orders and stock agree; wallets equal their entries, stock its movements
                        """);
    }

    @Test
    void saysWhatDoesNotAgree() {
        Audit audit =
                new Audit(10, 0, 0, 9, List.of("1 payments were answered 201 and are not PAID", "a second thing"));

        assertThat(text(noFigures(), audit))
                .contains("WRONG: 1 payments were answered 201 and are not PAID\nWRONG: a second thing\n")
                .doesNotContain("OK:");
    }

    @Test
    void dividesByNothingWhenNothingWasPaid() {
        assertThat(text(noFigures(), new Audit(0, 0, 0, 0, List.of())))
                .contains("  svc-payment                 -\n")
                .doesNotContain("NaN")
                .doesNotContain("Infinity");
    }

    private static Figures noFigures() {
        return new Figures(0, 0, new Figures.Latency(0, 0, 0, 0, 0), Map.of(), Map.of());
    }

    private static String text(Figures figures, Audit audit) {
        Map<String, Long> cpu = new LinkedHashMap<>();
        cpu.put("postgres", 3_000L);
        cpu.put("svc-payment", 8_500L);
        Map<PayPhase, PhaseTimes.Total> phases = new EnumMap<>(PayPhase.class);
        phases.put(PayPhase.ORDER_READ, new PhaseTimes.Total(2_000, 6.0));
        phases.put(PayPhase.TRIED, new PhaseTimes.Total(1_000, 20.0));
        phases.put(PayPhase.ROLLED_BACK, new PhaseTimes.Total(0, 0));
        Report report = new Report(
                new PayOptions(8, 20, Optional.empty()),
                List.of("boot-42", "tee-red-m"),
                20,
                new CommitPeer.Result(8, 3_000, 3),
                figures,
                cpu,
                phases,
                Map.of(PayPhase.ORDER_READ, new PhasePercentiles(2.5, 6, 9)),
                audit);
        return String.join("\n", new ReportText(report).lines()) + "\n";
    }
}
