package io.microecommerce.bench.rest;

import java.util.EnumMap;
import java.util.Map;

/** How often each phase of a payment was gone through since svc-payment started, and how long that took in all. */
public record PhaseTimes(Map<PayPhase, Total> totals) {

    public PhaseTimes {
        totals = new EnumMap<>(totals);
    }

    /** A timer: how often, and the sum in seconds. */
    public record Total(long count, double seconds) {

        /** Milliseconds of one, 0 when there was none. */
        public double meanMillis() {
            return count == 0 ? 0 : seconds * 1000 / count;
        }
    }

    /** What came in since an earlier reading. */
    public Map<PayPhase, Total> since(PhaseTimes earlier) {
        Map<PayPhase, Total> difference = new EnumMap<>(PayPhase.class);
        totals.forEach((phase, now) -> {
            Total before = earlier.totals.getOrDefault(phase, new Total(0, 0));
            difference.put(phase, new Total(now.count() - before.count(), now.seconds() - before.seconds()));
        });
        return difference;
    }
}
