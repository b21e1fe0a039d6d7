package io.microecommerce.e2e.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The folder through which a test steers the faults inside the services: its file names are the orders. A file {@code
 * PLACE.halt} kills the process, as {@code kill -9} would, when it reaches that place; {@code PLACE.fail} lets only the thread die
 * there; {@code PLACE.pause} holds it until the file is removed. Halt and fail are used up by the first who comes by.
 */
public final class FaultFolder {

    /** The environment variable that names the folder. */
    public static final String VARIABLE = "FAULT_FOLDER";

    private final Path folder;

    public FaultFolder(Path folder) {
        this.folder = folder;
    }

    /** As a service finds it. */
    static FaultFolder ofThisProcess() {
        return new FaultFolder(Path.of(System.getenv(VARIABLE)));
    }

    // ---- what a test does ------------------------------------------------------------------------------------------

    public void haltAt(CrashPoint point) {
        arm(point, "halt");
    }

    public void failAt(CrashPoint point) {
        arm(point, "fail");
    }

    public void pauseAt(CrashPoint point) {
        arm(point, "pause");
    }

    private void arm(CrashPoint point, String action) {
        delete(point.place() + ".hit");
        write(point.place() + "." + action, "");
    }

    /** Lets a paused one go on, and arms nothing there any more. */
    public void release(CrashPoint point) {
        Stream.of("pause", "fail", "halt").forEach(action -> delete(point.place() + "." + action));
    }

    /** Whether somebody died or paused there since it was armed. */
    public boolean isHit(CrashPoint point) {
        return exists(point.place() + ".hit");
    }

    public void set(Mutation mutation, boolean on) {
        set(mutation.name(), on);
    }

    public void set(BrokerFault fault, boolean on) {
        set(fault.name(), on);
    }

    /** From now on the service reads a clock that is that much ahead, or behind. */
    public void shiftClock(String service, Duration offset) {
        write(service + ".clock", Long.toString(offset.toMillis()));
    }

    /** Everything back to normal. */
    public void clear() {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".hit"))
                    .forEach(file -> delete(file.getFileName().toString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void set(String name, boolean on) {
        if (on) {
            write(name + ".on", "");
        } else {
            delete(name + ".on");
        }
    }

    // ---- what a service does ---------------------------------------------------------------------------------------

    boolean isOn(Mutation mutation) {
        return exists(mutation.name() + ".on");
    }

    boolean isOn(BrokerFault fault) {
        return exists(fault.name() + ".on");
    }

    Duration clockOffset(String service) {
        try {
            Path file = folder.resolve(service + ".clock");
            return Files.exists(file) ? Duration.ofMillis(Long.parseLong(Files.readString(file))) : Duration.ZERO;
        } catch (IOException | NumberFormatException beingWritten) {
            return Duration.ZERO;
        }
    }

    /** The process has come to this place. */
    void reached(String place) {
        try {
            if (Files.deleteIfExists(folder.resolve(place + ".halt"))) {
                write(place + ".hit", Instant.now().toString());
                Runtime.getRuntime().halt(137);
            }
            if (Files.deleteIfExists(folder.resolve(place + ".fail"))) {
                write(place + ".hit", Instant.now().toString());
                throw new DiedHere(place);
            }
            pauseIfTold(place);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void pauseIfTold(String place) {
        try {
            if (exists(place + ".pause")) {
                write(place + ".hit", Instant.now().toString());
                while (exists(place + ".pause")) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean exists(String name) {
        return Files.exists(folder.resolve(name));
    }

    private void write(String name, String content) {
        try {
            Files.writeString(folder.resolve(name), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void delete(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
