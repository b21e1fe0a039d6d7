package io.microecommerce.bench.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CpuReadingTest {

    @Test
    void tellsWhatWasUsedInBetween() {
        CpuReading before = new CpuReading(Map.of("postgres", new CpuReading.Used(10, 1_000)));
        CpuReading after = new CpuReading(Map.of("postgres", new CpuReading.Used(10, 1_450)));

        assertThat(after.millisSince(before)).containsExactly(Map.entry("postgres", 450L));
    }

    @Test
    void leavesOutWhatWasStartedOrEndedInBetween() {
        CpuReading before = new CpuReading(
                Map.of("svc-order", new CpuReading.Used(20, 9_000), "svc-cart", new CpuReading.Used(30, 1)));
        CpuReading after = new CpuReading(
                Map.of("svc-order", new CpuReading.Used(21, 100), "svc-product", new CpuReading.Used(40, 5)));

        assertThat(after.millisSince(before)).isEmpty();
    }
}
