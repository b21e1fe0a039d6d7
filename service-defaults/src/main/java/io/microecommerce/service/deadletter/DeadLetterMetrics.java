package io.microecommerce.service.deadletter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** {@code shop.dead_letters.open} by group, and how many were stored, redriven and discarded by this process. */
final class DeadLetterMetrics {

    private static final String GROUP = "group";

    private final MeterRegistry registry;

    DeadLetterMetrics(MeterRegistry registry, DeadLetters letters, List<DeadLetterSource> sources) {
        this.registry = registry;
        for (DeadLetterSource source : sources) {
            Gauge.builder("shop.dead_letters.open", letters, all -> all.countOpen(source.group()))
                    .tag(GROUP, source.group())
                    .description("Dead letters that nobody has dealt with")
                    .register(registry);
            for (String event : List.of("stored", "redriven", "discarded")) {
                registry.counter("shop.dead_letters." + event, GROUP, source.group());
            }
        }
    }

    void stored(String group) {
        registry.counter("shop.dead_letters.stored", GROUP, group).increment();
    }

    void redriven(String group) {
        registry.counter("shop.dead_letters.redriven", GROUP, group).increment();
    }

    void discarded(String group) {
        registry.counter("shop.dead_letters.discarded", GROUP, group).increment();
    }
}
