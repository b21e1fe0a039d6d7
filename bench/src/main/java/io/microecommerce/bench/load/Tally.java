package io.microecommerce.bench.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Counts what the buyers did inside the window. Rates count the answers that came in it; latencies and other answers belong to
 * the calls that began in it, or the slowest would drop out at its end.
 */
public final class Tally {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);
    private static final int SIGNIFICANT_DIGITS = 3;

    private final Window window;
    private final LongAdder ordersPlaced = new LongAdder();
    private final LongAdder paymentsPaid = new LongAdder();
    private final ConcurrentHistogram payMicros = new ConcurrentHistogram(LONGEST_MICROS, SIGNIFICANT_DIGITS);
    private final Map<String, LongAdder> unplacedOrders = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> unpaidPayments = new ConcurrentHashMap<>();

    public Tally(Window window) {
        this.window = window;
    }

    void orderPlaced(long answeredNanos) {
        if (window.covers(answeredNanos)) {
            ordersPlaced.increment();
        }
    }

    void orderNotPlaced(long begunNanos, String answer) {
        if (window.covers(begunNanos)) {
            count(unplacedOrders, answer);
        }
    }

    /** A refusal's latency is not recorded: it does less, and would flatter. */
    void paymentAnswered(long begunNanos, long answeredNanos, Verdict verdict, String answer) {
        if (verdict == Verdict.PAID && window.covers(answeredNanos)) {
            paymentsPaid.increment();
        }
        if (!window.covers(begunNanos)) {
            return;
        }
        if (verdict != Verdict.NOT_PAID) {
            long micros = TimeUnit.NANOSECONDS.toMicros(answeredNanos - begunNanos);
            payMicros.recordValue(Math.min(micros, LONGEST_MICROS));
        }
        if (verdict != Verdict.PAID) {
            count(unpaidPayments, verdict == Verdict.UNKNOWN ? answer + " (unknown)" : answer);
        }
    }

    /** Call it when all buyers have ended. */
    public Figures figures() {
        return new Figures(
                paymentsPaid.sum(),
                ordersPlaced.sum(),
                new Figures.Latency(
                        payMicros.getTotalCount(),
                        payMicros.getValueAtPercentile(50),
                        payMicros.getValueAtPercentile(95),
                        payMicros.getValueAtPercentile(99),
                        payMicros.getMaxValue()),
                sums(unplacedOrders),
                sums(unpaidPayments));
    }

    private static void count(Map<String, LongAdder> counts, String answer) {
        counts.computeIfAbsent(answer, first -> new LongAdder()).increment();
    }

    private static Map<String, Long> sums(Map<String, LongAdder> counts) {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((answer, count) -> sums.put(answer, count.sum()));
        return sums;
    }
}
