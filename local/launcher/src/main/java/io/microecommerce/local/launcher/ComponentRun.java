package io.microecommerce.local.launcher;

import io.microecommerce.local.launcher.installation.Installation;
import io.microecommerce.local.launcher.installation.PlatformException;
import io.microecommerce.local.launcher.installation.ShopHome;
import io.microecommerce.local.launcher.process.LogFile;
import io.microecommerce.local.launcher.process.ProcessRecord;
import io.microecommerce.local.launcher.process.Signals;
import io.microecommerce.local.launcher.process.Spawner;
import io.microecommerce.local.launcher.server.Databases;
import io.microecommerce.local.launcher.server.NacosBootstrap;
import io.microecommerce.local.launcher.server.Probe;
import io.microecommerce.local.launcher.server.Program;
import io.microecommerce.local.launcher.topology.Component;
import io.microecommerce.local.launcher.topology.NacosSeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** One component of an installation and its process: start until ready, look, signal, stop. */
final class ComponentRun {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration EXIT_CODE_WITHIN = Duration.ofSeconds(2);
    private static final int QUOTED_LINES = 25;

    private final Component component;
    private final Installation installation;
    private final Path processFile;
    private final LogFile log;
    /** The process when it is our own child: only then is its exit code known. */
    private volatile Optional<Process> child = Optional.empty();
    /** Held while a process is started, so that a stop finds either no process or its record. */
    private final ReentrantLock starting = new ReentrantLock();

    ComponentRun(Component component, Installation installation) {
        this.component = component;
        this.installation = installation;
        this.processFile = installation.home().processFile(component.name());
        this.log = installation.home().log(component.name());
    }

    Component component() {
        return component;
    }

    LogFile log() {
        return log;
    }

    /** Its process, if it was started and lives. */
    Optional<ProcessRecord> process() {
        return ProcessRecord.read(processFile).filter(ProcessRecord::isAlive);
    }

    /** Whether it was started and not stopped by us since. */
    boolean isRecorded() {
        return Files.exists(processFile);
    }

    /**
     * Starts it and returns once it is ready and what follows is done.
     *
     * @param cancelled asked often; once true, the start is given up
     * @return how long it took
     */
    Duration start(BooleanSupplier cancelled) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Program program = Program.of(component, installation);
        Path data = installation.home().data(component.name());
        Path temporary = installation.home().temporary(component.name());
        Files.createDirectories(data);
        ShopHome.deleteTree(temporary);
        Files.createDirectories(temporary);
        program.prepare();
        long deadline = System.nanoTime() + component.ready().within().toNanos();
        ProcessRecord process = spawn(program, data, cancelled);
        while (!Probe.isReady(component, installation)) {
            refuseCancelled(cancelled);
            if (!process.isAlive()) {
                if (!program.diedOfSomethingPassing(log) || System.nanoTime() > deadline) {
                    throw died(Duration.ofNanos(System.nanoTime() - begin));
                }
                Thread.sleep(500);
                process = spawn(program, data, cancelled);
            }
            if (System.nanoTime() > deadline) {
                throw notReady();
            }
            Thread.sleep(POLL.toMillis());
        }
        // The port could answer for somebody else; the process must live for itself.
        if (!process.isAlive()) {
            throw died(Duration.ofNanos(System.nanoTime() - begin));
        }
        afterwards();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Asks it to stop, kills it after its grace; false if it had to be killed. */
    boolean stop() throws IOException, InterruptedException {
        starting.lock();
        try {
            Optional<ProcessRecord> process = process();
            boolean obeyed = process.isEmpty() || Signals.stop(process.get(), component.stop());
            Files.deleteIfExists(processFile);
            return obeyed;
        } finally {
            starting.unlock();
        }
    }

    /** Sends the signal if it lives. */
    void signal(String name) throws IOException, InterruptedException {
        Signals.send(liveProcess(), name);
    }

    /** kill -9, and waits for its end. */
    void kill() throws IOException, InterruptedException {
        Signals.kill(liveProcess());
    }

    private ProcessRecord liveProcess() {
        return process().orElseThrow(() -> new PlatformException(component.name() + " is not running."));
    }

    /** Whether it is ready now. */
    boolean isReady() throws InterruptedException {
        return process().isPresent() && Probe.isReady(component, installation);
    }

    /** Waits until its process has ended; false if it still lives then. */
    boolean awaitEnd(Duration atMost) throws InterruptedException {
        Optional<ProcessRecord> process = process();
        return process.isEmpty() || Signals.awaitEnd(process.get(), atMost);
    }

    /** How its process ended, in words. */
    String exitInWords() {
        OptionalInt code = exitCode();
        if (code.isEmpty()) {
            return "it ended, its exit code is not known";
        }
        int number = code.getAsInt();
        return number > 128
                ? "it was ended by signal " + (number - 128) + (number == 137 ? " (SIGKILL)" : "")
                : "it ended with exit code " + number;
    }

    /** The end of its log, as messages quote it. */
    String quotedLog() {
        return ComponentFailure.end(log.path().toString(), log.tail(QUOTED_LINES));
    }

    /** The exit code of our own child once it has ended: Java learns of it an instant after the process is gone. */
    private OptionalInt exitCode() {
        Optional<Process> process = child;
        if (process.isEmpty() || process().isPresent()) {
            return OptionalInt.empty();
        }
        try {
            return process.get().waitFor(EXIT_CODE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                    ? OptionalInt.of(process.get().exitValue())
                    : OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    private ProcessRecord spawn(Program program, Path folder, BooleanSupplier cancelled) throws IOException {
        starting.lock();
        try {
            refuseCancelled(cancelled);
            Map<String, String> environment = new LinkedHashMap<>(program.environment());
            environment.putAll(installation.environment(component.name()));
            Process process = Spawner.start(program.command(), environment, folder, log);
            child = Optional.of(process);
            Optional<ProcessRecord> record = ProcessRecord.of(process.pid());
            if (record.isEmpty()) {
                throw died(Duration.ZERO);
            }
            record.get().write(processFile);
            return record.get();
        } finally {
            starting.unlock();
        }
    }

    private void afterwards() throws IOException, InterruptedException {
        switch (component.afterwards()) {
            case NOTHING -> {}
            case DATABASES -> createDatabases();
            case NACOS -> {
                NacosSeed seed = installation
                        .topology()
                        .nacos()
                        .orElseThrow(() -> new PlatformException("The topology has no section 'nacos'."));
                new NacosBootstrap(installation, seed).run();
            }
        }
    }

    private void createDatabases() {
        try {
            new Databases(installation, component.name()).create();
        } catch (SQLException e) {
            throw new PlatformException("Cannot create the databases: " + e.getMessage(), e);
        }
    }

    private void refuseCancelled(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new PlatformException("The start of " + component.name() + " was given up.");
        }
    }

    private ComponentFailure died(Duration after) throws IOException {
        String advice = "What to do: read the log below; once its cause is gone, ./shop up again.";
        if (exitCode().orElse(0) == 137) {
            advice =
                    "What to do: somebody killed it, or the kernel did for lack of memory (see `dmesg`); ./shop up again.";
        } else if (log.contains("error while loading shared libraries")) {
            advice = "What to do: install the system library named below; Redis needs OpenSSL 3 (Debian: libssl3).";
        }
        return new ComponentFailure(
                component.name(),
                String.format(
                        Locale.ROOT, "died %.1f s after its start: %s.", after.toMillis() / 1000.0, exitInWords()),
                advice,
                log.path().toString(),
                log.tail(QUOTED_LINES));
    }

    private ComponentFailure notReady() {
        return new ComponentFailure(
                component.name(),
                "runs, but did not " + component.ready().describe() + " within "
                        + component.ready().within().toSeconds() + " s.",
                "What to do: read the log below; on a busy machine raise its `within-seconds` in local/topology.yaml.",
                log.path().toString(),
                log.tail(QUOTED_LINES));
    }
}
