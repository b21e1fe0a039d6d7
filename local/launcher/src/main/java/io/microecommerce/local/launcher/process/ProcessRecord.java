package io.microecommerce.local.launcher.process;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;

/**
 * A process we started, kept in a file so that a later command finds it. Process numbers are used again; with its start
 * and the boot it belongs to, a stranger that got the number later is never taken for ours.
 *
 * @param pid process number
 * @param startTicks its start, in clock ticks since boot
 * @param bootId the boot it belongs to
 * @param startedAt its start, for people
 */
public record ProcessRecord(long pid, long startTicks, String bootId, Instant startedAt) {

    /** Describes a process that lives now; empty if it died already. */
    public static Optional<ProcessRecord> of(long pid) {
        OptionalLong ticks = ProcFs.startTicks(pid);
        return ticks.isPresent()
                ? Optional.of(new ProcessRecord(pid, ticks.getAsLong(), ProcFs.bootId(), Instant.now()))
                : Optional.empty();
    }

    /** Reads a record; empty if there is none, or a crash left half of one. */
    public static Optional<ProcessRecord> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.of(new ProcessRecord(
                    Long.parseLong(properties.getProperty("pid", "")),
                    Long.parseLong(properties.getProperty("startTicks", "")),
                    properties.getProperty("bootId", ""),
                    Instant.parse(properties.getProperty("startedAt", ""))));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Writes the record so that a reader sees all of it or nothing. */
    public void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("startTicks", Long.toString(startTicks));
        properties.setProperty("bootId", bootId);
        properties.setProperty("startedAt", startedAt.toString());
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (Writer writer = Files.newBufferedWriter(next)) {
            properties.store(writer, null);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether this very process still lives. */
    public boolean isAlive() {
        OptionalLong now = ProcFs.startTicks(pid);
        return now.isPresent() && now.getAsLong() == startTicks && bootId.equals(ProcFs.bootId());
    }
}
