package io.microecommerce.local.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What Linux tells about processes and memory under /proc. */
public final class ProcFs {
    private static final Path PROC = Path.of("/proc");

    private ProcFs() {}

    /**
     * When a living process started, in clock ticks since boot: with the boot, this tells a process from a later one with
     * the same number. Empty when there is none, or only the zombie of one: where process 1 does not reap, zombies stay.
     */
    public static OptionalLong startTicks(long pid) {
        Path process = PROC.resolve(Long.toString(pid));
        try {
            String stat = Files.readString(process.resolve("stat"));
            // The second field is the name in parentheses and may hold blanks, so count from the last parenthesis.
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            boolean ended = "Z".equals(afterName[0]) || "X".equals(afterName[0]);
            return ended && !hasOtherThreads(process)
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(afterName[19]));
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** A killed process whose first thread has ended keeps its ports and files until the last one has. */
    private static boolean hasOtherThreads(Path process) throws IOException {
        try (Stream<Path> threads = Files.list(process.resolve("task"))) {
            return threads.count() > 1;
        }
    }

    /** Identity of this boot of the machine. */
    public static String bootId() {
        try {
            return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** Name of a process' program, when it can be read. */
    public static Optional<String> programName(long pid) {
        try {
            return Optional.of(Files.readString(PROC.resolve(Long.toString(pid)).resolve("comm"))
                    .strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Memory that can be had without swapping, in MiB; empty when the kernel does not tell. */
    public static OptionalLong availableMemoryMib() {
        OptionalLong kib = kib(PROC.resolve("meminfo"), "MemAvailable:");
        return kib.isPresent() ? OptionalLong.of(kib.getAsLong() / 1024) : kib;
    }

    /**
     * Memory of a process and all that it started, in MiB: the proportional share where the kernel tells it, so that
     * pages which PostgreSQL's processes share are counted once; otherwise what is resident.
     */
    public static long memoryMib(long pid) {
        long kib = memoryKib(pid);
        Optional<ProcessHandle> handle = ProcessHandle.of(pid);
        if (handle.isPresent()) {
            try (Stream<ProcessHandle> descendants = handle.get().descendants()) {
                kib += descendants.mapToLong(child -> memoryKib(child.pid())).sum();
            }
        }
        return kib / 1024;
    }

    private static long memoryKib(long pid) {
        Path process = PROC.resolve(Long.toString(pid));
        OptionalLong share = kib(process.resolve("smaps_rollup"), "Pss:");
        return share.isPresent()
                ? share.getAsLong()
                : kib(process.resolve("status"), "VmRSS:").orElse(0);
    }

    private static OptionalLong kib(Path file, String key) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.stream()
                    .filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(
                            line.substring(key.length()).replace("kB", "").strip()))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
