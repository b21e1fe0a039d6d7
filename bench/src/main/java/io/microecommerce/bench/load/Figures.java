package io.microecommerce.bench.load;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the buyers did inside the window.
 *
 * @param paymentsPaid payments answered 201 in it
 * @param ordersPlaced orders answered 201 in it
 * @param payment latency of the payment call
 * @param unplacedOrders how often an order was answered otherwise, by status and code
 * @param unpaidPayments how often a payment was answered otherwise, by status and code
 */
public record Figures(
        long paymentsPaid,
        long ordersPlaced,
        Latency payment,
        Map<String, Long> unplacedOrders,
        Map<String, Long> unpaidPayments) {

    public Figures {
        unplacedOrders = new TreeMap<>(unplacedOrders);
        unpaidPayments = new TreeMap<>(unpaidPayments);
    }

    /** Microseconds of so many calls; zeros when there was none. */
    public record Latency(long calls, long p50Micros, long p95Micros, long p99Micros, long maxMicros) {}
}
