package io.microecommerce.e2e.chaos.network;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.microecommerce.local.launcher.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.netcrusher.core.reactor.NioReactor;
import org.slf4j.LoggerFactory;

/**
 * The connections of a platform that lead through a proxy: each service and the TC to its PostgreSQL, the two clients of Redis, the
 * clients of the name server, two of the three to the TC (the third finds it in Nacos, as outside of tests), all services to Nacos, and
 * the way of everybody to each Dubbo provider, which registers the proxy's port as its own, and to the broker, which tells its clients
 * the proxy's address.
 */
public final class Network implements AutoCloseable {

    /** Above the platform's own ports, and with any offset below those that Linux takes for outgoing connections. */
    private static final int FIRST_PORT = 20_890;

    private static final Map<String, String> DATABASES = Map.of(
            "svc-customer", "shop_customer",
            "svc-order", "shop_order",
            "svc-payment", "shop_payment",
            "svc-product", "shop_product",
            "seata-server", "shop_seata");

    private static final List<String> SERVICES =
            List.of("svc-cart", "svc-customer", "svc-order", "svc-payment", "svc-product", "gateway");

    private final Platform platform;
    private final NioReactor reactor;
    private final List<Link> links = new ArrayList<>();
    private int nextPort;

    private Network(Platform platform) throws IOException {
        this.platform = platform;
        this.reactor = new NioReactor();
        this.nextPort = FIRST_PORT + platform.installation().portOffset();
    }

    /** Opens the proxies, and tells the components of a platform that is not started yet to go through them. */
    public static Network within(Platform platform) {
        // It reports every connection that a server which is down refuses, with its stack.
        ((Logger) LoggerFactory.getLogger("org.netcrusher")).setLevel(Level.OFF);
        try {
            Network network = new Network(platform);
            network.connect();
            return network;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void connect() {
        DATABASES.forEach((client, database) -> through(
                client,
                "postgres",
                platform.port("postgres"),
                port -> Map.of("POSTGRES_URL", "jdbc:postgresql://127.0.0.1:" + port + "/" + database)));
        for (String client : List.of("svc-cart", "gateway")) {
            through(client, "redis", platform.port("redis"), port -> Map.of("REDIS_PORT", Integer.toString(port)));
        }
        for (String client : List.of("svc-customer", "svc-order", "svc-payment")) {
            through(
                    client,
                    "rocketmq-namesrv",
                    platform.port("rocketmq-namesrv"),
                    port -> Map.of("ROCKETMQ_NAMESRV", "127.0.0.1:" + port));
        }
        for (String client : List.of("svc-order", "svc-payment")) {
            through(
                    client,
                    "seata-server",
                    platform.port("seata-server"),
                    port -> Map.of(
                            "SEATA_REGISTRY_TYPE", "file", "SEATA_SERVICE_GROUPLIST_DEFAULT", "127.0.0.1:" + port));
        }
        Link toNacos =
                open("services", "nacos", "127.0.0.1", List.of(platform.port("nacos"), platform.port("nacos", "grpc")));
        for (String client : SERVICES) {
            platform.environment(client, Map.of("NACOS_ADDR", "127.0.0.1:" + toNacos.port()));
        }
        // It can tell another address than its own, but no other port.
        String announced = "127.0.0.2";
        open(
                "everybody",
                "rocketmq-broker",
                announced,
                platform.port("rocketmq-broker"),
                List.of(platform.port("rocketmq-broker")));
        platform.environment("rocketmq-broker", Map.of("ROCKETMQ_ANNOUNCED_HOST", announced));
        for (String provider : List.of("svc-cart", "svc-customer", "svc-order", "svc-payment", "svc-product")) {
            // Dubbo registers the machine's own address, whatever host it is told, and its providers bind all
            // addresses.
            Link link = open("everybody", provider, "0.0.0.0", List.of(platform.port(provider, "dubbo")));
            platform.environment(provider, Map.of("DUBBO_PORT_TO_REGISTRY", Integer.toString(link.port())));
        }
    }

    private void through(String client, String server, int serverPort, Address address) {
        Link link = open(client, server, "127.0.0.1", List.of(serverPort));
        platform.environment(client, address.through(link.port()));
    }

    private Link open(String client, String server, String address, List<Integer> serverPorts) {
        return open(client, server, address, freePort(serverPorts), serverPorts);
    }

    private Link open(String client, String server, String address, int port, List<Integer> serverPorts) {
        Link link = new Link(reactor, client, server, address, port, serverPorts);
        links.add(link);
        return link;
    }

    /** A free one that has free ones above it as far apart as those. */
    private int freePort(List<Integer> serverPorts) {
        while (true) {
            int port = nextPort++;
            if (serverPorts.stream().allMatch(each -> isFree(port + each - serverPorts.get(0)))) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port)) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    public List<Link> links() {
        return List.copyOf(links);
    }

    /** Everything back to normal. */
    public void heal() {
        links.forEach(Link::heal);
    }

    @Override
    public void close() {
        links.forEach(Link::close);
        reactor.close();
    }

    /** What a client is told. */
    private interface Address {
        Map<String, String> through(int port);
    }
}
