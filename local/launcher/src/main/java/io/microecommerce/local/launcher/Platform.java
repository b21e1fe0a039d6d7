package io.microecommerce.local.launcher;

import io.microecommerce.local.launcher.installation.Installation;
import io.microecommerce.local.launcher.installation.PlatformException;
import io.microecommerce.local.launcher.process.ProcFs;
import io.microecommerce.local.launcher.process.ProcessRecord;
import io.microecommerce.local.launcher.topology.Component;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The platform, or a part of it, on this machine: real servers, each a process of its own. Closing it stops what runs.
 *
 * <pre>{@code
 * try (Platform platform = Platform.open(checkout).home(folder).freePorts().only("postgres", "redis").start()) {
 *     DriverManager.getConnection(platform.jdbcUrl("shop_order"), "svc_order", platform.secret("svc_order.password"));
 *     platform.kill("postgres");
 *     platform.restart("postgres");
 * }
 * }</pre>
 *
 * <p>Every method that takes a component's name throws {@link PlatformException} when that is not part of this platform.
 */
public final class Platform implements AutoCloseable {
    private final Installation installation;
    private final Map<String, ComponentRun> runs = new LinkedHashMap<>();
    /** What {@link #start()} starts: all but the second instances that stand by. */
    private final List<String> startedAtOnce;
    /** What was asked for besides. */
    private final List<String> options;

    private final Progress progress;
    private volatile boolean cancelled;

    Platform(
            Installation installation,
            List<String> components,
            List<String> standby,
            List<String> options,
            Progress progress) {
        this.installation = installation;
        this.startedAtOnce = List.copyOf(components);
        this.options = List.copyOf(options);
        this.progress = progress;
        Stream.concat(components.stream(), standby.stream())
                .forEach(name ->
                        runs.put(name, new ComponentRun(installation.topology().component(name), installation)));
    }

    /** A platform of the source tree in that folder. */
    public static PlatformBuilder open(Path checkout) {
        return new PlatformBuilder(checkout);
    }

    /** The source tree that the working folder lies in: for tests, which run in their module's folder. */
    public static Path checkout() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("local/topology.yaml"))) {
                return folder;
            }
        }
        throw new PlatformException(start + " does not lie in a source tree with local/topology.yaml.");
    }

    /** Starts all components but those that stand by; see {@link PlatformBuilder#start()}. */
    public void start() {
        try {
            installation.home().create();
            // Closing the channel releases the lock.
            try (FileChannel lock = FileChannel.open(
                    installation.home().run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lockOrRefuse(lock);
                refuseSecondStart();
                new StartChecks(installation, components(startedAtOnce)).run();
                new PlatformState(installation.portOffset(), startedAtOnce, options).write(installation.home());
                startAll();
            }
        } catch (IOException e) {
            throw new PlatformException("Cannot start: " + e.getMessage(), e);
        }
    }

    private static void lockOrRefuse(FileChannel channel) throws IOException {
        boolean locked;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            locked = false;
        }
        if (!locked) {
            throw new PlatformException("Another ./shop is starting it right now.");
        }
    }

    private void refuseSecondStart() {
        List<String> alive = new ArrayList<>();
        for (String name : installation.topology().components().keySet()) {
            ProcessRecord.read(installation.home().processFile(name))
                    .filter(ProcessRecord::isAlive)
                    .ifPresent(process -> alive.add(name));
        }
        if (!alive.isEmpty()) {
            throw new PlatformException("The platform is already up (" + String.join(", ", alive)
                    + "). See ./shop status; stop it with ./shop down; one component: ./shop restart NAME.");
        }
    }

    private void startAll() throws IOException {
        try {
            DependencyOrder.run(
                    startedAtOnce,
                    name -> run(name).component().needs(),
                    name -> progress.ready(name, run(name).start(() -> cancelled)),
                    () -> cancelled = true);
        } catch (Exception e) {
            stop();
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw e instanceof PlatformException known ? known : new PlatformException("Cannot start: " + e, e);
        }
    }

    /** Stops everything, each before what it needs or uses. May be called again, and while {@link #start()} runs. */
    public void stop() {
        cancelled = true;
        try {
            DependencyOrder.run(
                    runs.keySet(),
                    this::dependents,
                    name -> {
                        boolean wasAlive = run(name).process().isPresent();
                        boolean obeyed = run(name).stop();
                        if (wasAlive) {
                            progress.stopped(name, !obeyed);
                        }
                    },
                    () -> {});
            PlatformState.forget(installation.home());
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new PlatformException("Cannot stop everything: " + e.getMessage() + ". See ./shop status.", e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Kills the component with SIGKILL and waits until it is gone. */
    public void kill(String component) {
        perform(component, ComponentRun::kill);
    }

    /** Stops the component if it runs, starts it, and returns when it is ready. */
    public void restart(String component) {
        perform(component, run -> {
            run.stop();
            new StartChecks(installation, List.of(run.component())).run();
            progress.ready(component, run.start(() -> false));
        });
    }

    /** Stops the component as the end of the platform would, and leaves it stopped. */
    public void stop(String component) {
        perform(component, run -> progress.stopped(component, !run.stop()));
    }

    /** Freezes the component (SIGSTOP): it keeps its connections and answers nothing. */
    public void pause(String component) {
        perform(component, run -> run.signal("STOP"));
    }

    /** Lets a frozen component go on (SIGCONT). */
    public void resume(String component) {
        perform(component, run -> run.signal("CONT"));
    }

    /** Waits for a component to end by itself, as at a crash point; false if it still lives then. */
    public boolean awaitEnd(String component, Duration atMost) {
        try {
            return run(component).awaitEnd(atMost);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Tells a component something else, or more, from its next start on. */
    public void environment(String component, Map<String, String> overrides) {
        installation.override(component, overrides);
    }

    /** Takes these variables back to what the topology says, from the component's next start on. */
    public void retract(String component, Set<String> variables) {
        installation.retract(component, variables);
    }

    /** The environment that a component is started with: enough to run a service inside a test instead. */
    public Map<String, String> env(String component) {
        return installation.environment(component);
    }

    /** URL of a database on this platform, without login. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port("postgres") + "/" + database;
    }

    /** The component's first port. */
    public int port(String component) {
        return installation.port(component);
    }

    /** The component's port of that name. */
    public int port(String component, String name) {
        return installation.port(component, name);
    }

    /** Value of a generated secret. */
    public String secret(String name) {
        return installation.secrets().value(name);
    }

    /** The component's log of its current start. */
    public Path log(String component) {
        return run(component).log().path();
    }

    /** Whether the component's process lives. */
    public boolean isAlive(String component) {
        return run(component).process().isPresent();
    }

    /** Whether the component's process lives and answers its readiness probe now. */
    public boolean isReady(String component) {
        try {
            return run(component).isReady();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Whether the component was started and nobody stopped it since; it may have died. */
    public boolean isRecorded(String component) {
        return run(component).isRecorded();
    }

    /** How a component that died ended, and the end of its log. */
    public String epitaph(String component) {
        return run(component).exitInWords() + ".\n" + run(component).quotedLog();
    }

    /** Whether it was started and not stopped since, by this or another command. */
    public boolean isUp() {
        return PlatformState.read(installation.home()).isPresent();
    }

    /** Number of the component's process, if it lives. */
    public Optional<Long> pid(String component) {
        return run(component).process().map(ProcessRecord::pid);
    }

    /** Names of the components that {@link #start()} starts. */
    public List<String> names() {
        return startedAtOnce;
    }

    /** Memory of the component and all it started, in MiB; 0 when it does not run. */
    public long memoryMib(String component) {
        return pid(component).map(ProcFs::memoryMib).orElse(0L);
    }

    /** Where everything is. */
    public Installation installation() {
        return installation;
    }

    ComponentRun run(String component) {
        ComponentRun run = runs.get(installation.topology().component(component).name());
        if (run == null) {
            throw new PlatformException(component + " was not started with this platform. It has: "
                    + String.join(", ", runs.keySet()) + ".");
        }
        return run;
    }

    private List<Component> components(Collection<String> names) {
        return names.stream().map(name -> run(name).component()).toList();
    }

    private List<String> dependents(String name) {
        return components(runs.keySet()).stream()
                .filter(component -> component.needsAndUses().contains(name))
                .map(Component::name)
                .toList();
    }

    /** Something done to one component. */
    private interface Action {
        void on(ComponentRun run) throws IOException, InterruptedException;
    }

    private void perform(String component, Action action) {
        try {
            action.on(run(component));
        } catch (IOException e) {
            throw new PlatformException(component + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static PlatformException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new PlatformException("interrupted", e);
    }
}
