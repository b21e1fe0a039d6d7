package io.microecommerce.bench.cpu;

import io.microecommerce.local.launcher.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Reads the processor time of every process of the platform, and of this one. */
public final class CpuClock {

    /** What the time of the load generator itself is listed under. */
    public static final String SELF = "bench";

    /** The clock tick that Linux shows to programs on x86-64, the one machine the local platform runs on. */
    private static final long MILLIS_A_TICK = 10;

    private final Platform platform;

    public CpuClock(Platform platform) {
        this.platform = platform;
    }

    public CpuReading read() {
        Map<String, CpuReading.Used> used = new LinkedHashMap<>();
        for (String component : platform.names()) {
            platform.pid(component).ifPresent(pid -> used.put(component, of(pid)));
        }
        used.put(SELF, of(ProcessHandle.current().pid()));
        return new CpuReading(used);
    }

    private static CpuReading.Used of(long pid) {
        return new CpuReading.Used(pid, treeTicks(pid) * MILLIS_A_TICK);
    }

    private static long treeTicks(long pid) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isEmpty()) {
            return 0;
        }
        try (Stream<ProcessHandle> descendants = process.get().descendants()) {
            return LongStream.concat(LongStream.of(pid), descendants.mapToLong(ProcessHandle::pid))
                    .map(CpuClock::ticks)
                    .sum();
        }
    }

    private static long ticks(long pid) {
        try {
            return ProcStat.parse(Files.readString(Path.of("/proc", Long.toString(pid), "stat")))
                    .ticks();
        } catch (IOException ended) {
            return 0;
        }
    }
}
