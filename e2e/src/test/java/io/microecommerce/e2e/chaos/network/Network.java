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
 * clients of the name server, and the way of everybody to each Dubbo provider, which registers the proxy's port as its own. The
 * broker, the TC and Nacos tell clients their own address; those are paused instead.
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
        for (String provider : List.of("svc-cart", "svc-customer", "svc-order", "svc-payment", "svc-product")) {
            // Dubbo registers the machine's own address, whatever host it is told, and its providers bind all
            // addresses.
            Link link = open("everybody", provider, "0.0.0.0", platform.port(provider, "dubbo"));
            platform.environment(provider, Map.of("DUBBO_PORT_TO_REGISTRY", Integer.toString(link.port())));
        }
    }

    private void through(String client, String server, int serverPort, Address address) {
        Link link = open(client, server, "127.0.0.1", serverPort);
        platform.environment(client, address.through(link.port()));
    }

    private Link open(String client, String server, String address, int serverPort) {
        Link link = new Link(reactor, client, server, address, freePort(), serverPort);
        links.add(link);
        return link;
    }

    private int freePort() {
        while (true) {
            int port = nextPort++;
            try (ServerSocket probe = new ServerSocket(port)) {
                return probe.getLocalPort();
            } catch (IOException taken) {
                // The next one then.
            }
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
