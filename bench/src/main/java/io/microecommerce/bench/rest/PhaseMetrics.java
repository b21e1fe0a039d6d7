package io.microecommerce.bench.rest;

import io.microecommerce.bench.BenchException;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/** What svc-payment measures of its own steps: timer {@code shop.pay.step} at its actuator, in seconds. */
public final class PhaseMetrics {

    private static final String TIMER = "/actuator/metrics/shop.pay.step";
    private static final int OK = 200;

    private final RestClient payment;

    public PhaseMetrics(RestClient payment) {
        this.payment = payment;
    }

    /** @throws BenchException if svc-payment does not tell */
    public PhaseTimes times() {
        Map<PayPhase, PhaseTimes.Total> totals = new EnumMap<>(PayPhase.class);
        for (PayPhase phase : PayPhase.values()) {
            Answer answer = get(TIMER + "?tag=step:" + phase.name());
            if (answer.status() != OK) {
                throw new BenchException("svc-payment answered " + answer.status() + " when asked for " + TIMER
                        + "; its metrics must be exposed.");
            }
            totals.put(
                    phase,
                    new PhaseTimes.Total(
                            Math.round(statistic(answer, "COUNT").orElse(0)),
                            statistic(answer, "TOTAL_TIME").orElse(0)));
        }
        return new PhaseTimes(totals);
    }

    /** Those phases whose percentiles are published. */
    public Map<PayPhase, PhasePercentiles> percentiles() {
        Map<PayPhase, PhasePercentiles> percentiles = new EnumMap<>(PayPhase.class);
        for (PayPhase phase : PayPhase.values()) {
            OptionalDouble p50 = percentileMillis(phase, "0.5");
            OptionalDouble p95 = percentileMillis(phase, "0.95");
            OptionalDouble p99 = percentileMillis(phase, "0.99");
            if (p50.isPresent() && p95.isPresent() && p99.isPresent()) {
                percentiles.put(phase, new PhasePercentiles(p50.getAsDouble(), p95.getAsDouble(), p99.getAsDouble()));
            }
        }
        return percentiles;
    }

    private OptionalDouble percentileMillis(PayPhase phase, String phi) {
        Answer answer = get(TIMER + ".percentile?tag=step:" + phase.name() + "&tag=phi:" + phi);
        OptionalDouble seconds = answer.status() == OK ? statistic(answer, "VALUE") : OptionalDouble.empty();
        return seconds.isPresent() ? OptionalDouble.of(seconds.getAsDouble() * 1000) : seconds;
    }

    private static OptionalDouble statistic(Answer answer, String name) {
        for (JsonNode measurement : answer.body().at("/measurements")) {
            if (measurement.at("/statistic").asString("").equals(name)) {
                return OptionalDouble.of(measurement.at("/value").asDouble(0));
            }
        }
        return OptionalDouble.empty();
    }

    private Answer get(String path) {
        try {
            return payment.get(path);
        } catch (IOException e) {
            throw new BenchException("svc-payment does not tell its metrics: " + e, e);
        }
    }
}
