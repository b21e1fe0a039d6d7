package io.microecommerce.bench.cpu;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Processor time that each process has used so far, with its children.
 *
 * @param processes by component, in the order they are to be shown in
 */
public record CpuReading(Map<String, Used> processes) {

    public CpuReading {
        processes = new LinkedHashMap<>(processes);
    }

    /**
     * One process' time.
     *
     * @param pid tells a process from its successor, whose time starts at zero
     */
    public record Used(long pid, long millis) {}

    /** Milliseconds used since an earlier reading, by component; without those that were started or ended in between. */
    public Map<String, Long> millisSince(CpuReading earlier) {
        Map<String, Long> millis = new LinkedHashMap<>();
        processes.forEach((component, now) -> {
            Used before = earlier.processes.get(component);
            if (before != null && before.pid() == now.pid()) {
                millis.put(component, now.millis() - before.millis());
            }
        });
        return millis;
    }
}
