package io.microecommerce.local.launcher;

import io.microecommerce.local.launcher.installation.Installation;
import io.microecommerce.local.launcher.installation.PlatformException;
import io.microecommerce.local.launcher.installation.ShopHome;
import io.microecommerce.local.launcher.process.PortCheck;
import io.microecommerce.local.launcher.process.PortReservations;
import io.microecommerce.local.launcher.topology.Component;
import io.microecommerce.local.launcher.topology.Topology;
import io.microecommerce.local.launcher.topology.TopologyFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Says which platform is meant before it is started, or found running. */
public final class PlatformBuilder {
    /** Offsets in between keep every port below the range from which Linux takes ports for outgoing connections. */
    private static final int SMALLEST_FREE_OFFSET = 100;

    private static final int LARGEST_FREE_OFFSET = 11_000;
    private static final int ATTEMPTS = 200;

    private final Path checkout;
    private final Map<String, Map<String, String>> environment = new LinkedHashMap<>();
    private Topology topology;
    private ShopHome home;
    private int portOffset;
    private List<String> only;
    private List<String> standby = List.of();
    private List<String> options = List.of();
    private Progress progress = Progress.SILENT;

    PlatformBuilder(Path checkout) {
        this.checkout = checkout.toAbsolutePath().normalize();
        this.home = new ShopHome(this.checkout.resolve(".shop"));
        this.topology = TopologyFile.read(this.checkout.resolve("local/topology.yaml"));
        this.only = List.copyOf(topology.started(options));
    }

    /** Takes another topology file than {@code local/topology.yaml}. */
    public PlatformBuilder topology(Path file) {
        this.topology = TopologyFile.read(file);
        this.only = List.copyOf(topology.started(options));
        return this;
    }

    /** Also starts what these options of the topology stand for. Call it before {@link #only}. */
    public PlatformBuilder with(String... names) {
        this.options = List.of(names);
        this.topology = topology.withOptions(options);
        this.only = List.copyOf(topology.started(options));
        return this;
    }

    /** Keeps all state there instead of in {@code .shop}. */
    public PlatformBuilder home(Path folder) {
        this.home = new ShopHome(folder);
        return this;
    }

    /** Adds this to every port. */
    public PlatformBuilder portOffset(int offset) {
        if (offset < 0 || offset > 40_000) {
            throw new PlatformException("A port offset lies between 0 and 40000, not " + offset + ".");
        }
        this.portOffset = offset;
        return this;
    }

    /** Adds something to every port so that all of them are free now; for tests beside a running platform. */
    public PlatformBuilder freePorts() {
        Random random = new Random();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int offset = random.nextInt(SMALLEST_FREE_OFFSET, LARGEST_FREE_OFFSET);
            List<Integer> ports = topology.components().values().stream()
                    .flatMap(component -> component.ports().values().stream())
                    .map(port -> port + offset)
                    .toList();
            if (ports.stream().allMatch(PortCheck::isFree)
                    && PortReservations.ofThisMachine().reserve(ports)) {
                return portOffset(offset);
            }
        }
        throw new PlatformException("Found no port offset with which all ports are free.");
    }

    /** Means exactly these components, whatever they need: what is left out must be running, or not be needed. */
    public PlatformBuilder only(String... components) {
        List<String> names = new ArrayList<>();
        for (String name : components) {
            names.add(topology.component(name).name());
        }
        this.only = names;
        return this;
    }

    /**
     * Adds a second instance of each of these, {@code NAME-2}, which {@link Platform#start()} leaves alone:
     * {@link Platform#restart} starts it. Call it before {@link #freePorts()}.
     */
    public PlatformBuilder standby(String... components) {
        topology = topology.withSecond(List.of(components));
        standby = Stream.of(components).map(Component::nameOfSecond).toList();
        return this;
    }

    /** Tells a component something else than the topology does, or more. */
    public PlatformBuilder environment(String component, Map<String, String> overrides) {
        environment.put(topology.component(component).name(), overrides);
        return this;
    }

    /** Reports what happens. */
    public PlatformBuilder progress(Progress listener) {
        this.progress = listener;
        return this;
    }

    /**
     * Starts the components in parallel, each as soon as what it needs is ready, and returns when all are.
     *
     * @throws PlatformException if something stands in the way or a component fails; then nothing is left running
     */
    public Platform start() {
        Platform platform = build();
        platform.start();
        return platform;
    }

    /** The platform without starting it; a caller that may be interrupted needs it before {@link Platform#start()}. */
    public Platform build() {
        return platform(portOffset, only, standby, options);
    }

    /**
     * Finds the platform that was started at this home, with the port offset and components it was started with.
     *
     * @throws PlatformException if none was
     */
    public Platform attach() {
        PlatformState state = PlatformState.read(home)
                .orElseThrow(() -> new PlatformException(
                        "The platform is not up (nothing is recorded in " + home.root() + "). Start it: ./shop up"));
        topology = topology.withOptions(state.options());
        return platform(state.portOffset(), state.components(), List.of(), state.options());
    }

    private Platform platform(int offset, List<String> components, List<String> standby, List<String> with) {
        Installation installation = new Installation(checkout, home, topology, offset);
        environment.forEach(installation::override);
        return new Platform(installation, components, standby, with, progress);
    }
}
