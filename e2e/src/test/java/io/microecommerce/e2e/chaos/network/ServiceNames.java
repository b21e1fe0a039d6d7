package io.microecommerce.e2e.chaos.network;

import io.microecommerce.local.launcher.Platform;
import io.microecommerce.local.launcher.topology.Component;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.netcrusher.core.reactor.NioReactor;

/**
 * A name for each service, at an address of its own and at one port, as Kubernetes Services are: {@code svc-order.mesh.test}. Behind
 * each stands the service's second instance. Who is told of them has no other way to it.
 */
public final class ServiceNames implements AutoCloseable {

    private static final String DOMAIN = ".mesh.test";

    /** With any offset of the platform nobody's on these addresses. */
    private static final int PORT = 20_880;

    private final Path hosts;
    private final int port;
    private final NioReactor reactor;
    private final Map<String, Link> links = new LinkedHashMap<>();

    private ServiceNames(Path hosts, int port) throws IOException {
        this.hosts = hosts;
        this.port = port;
        this.reactor = new NioReactor();
    }

    /** Opens the way to the second instances of these services. */
    public static ServiceNames open(Platform platform, List<String> services) {
        try {
            Path hosts = platform.installation().home().run().resolve("mesh.hosts");
            ServiceNames names =
                    new ServiceNames(hosts, PORT + platform.installation().portOffset());
            // The file replaces every other way to resolve a name.
            StringBuilder lines = new StringBuilder(
                    "127.0.0.1 localhost " + InetAddress.getLocalHost().getHostName() + "\n");
            for (String service : services) {
                String address = "127.0.2." + (names.links.size() + 1);
                lines.append(address).append(' ').append(service).append(DOMAIN).append('\n');
                names.links.put(
                        service,
                        new Link(
                                names.reactor,
                                "everybody",
                                service,
                                address,
                                names.port,
                                List.of(platform.port(Component.nameOfSecond(service), "dubbo"))));
            }
            Files.writeString(hosts, lines);
            return names;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What a service is told by the chart where a mesh finds the others, see helm/shop/templates/services.yaml. */
    public Map<String, String> environment() {
        return Map.of(
                "DUBBO_REGISTRY_ADDRESS", "N/A",
                "DUBBO_MESH_ADDRESS", "{service}" + DOMAIN + ":" + port,
                "JAVA_TOOL_OPTIONS", "-Djdk.net.hosts.file=" + hosts);
    }

    /** The variables of {@link #environment()}. */
    public Set<String> variables() {
        return environment().keySet();
    }

    /** The way to that service. */
    public Link link(String service) {
        return links.get(service);
    }

    @Override
    public void close() {
        links.values().forEach(Link::close);
        reactor.close();
    }
}
