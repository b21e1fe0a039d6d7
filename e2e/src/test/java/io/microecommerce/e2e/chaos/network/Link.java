package io.microecommerce.e2e.chaos.network;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.netcrusher.core.reactor.NioReactor;
import org.netcrusher.core.throttle.Throttler;
import org.netcrusher.tcp.TcpCrusher;
import org.netcrusher.tcp.TcpCrusherBuilder;

/** The way of one client to one server, or of all to one. */
public final class Link {

    private final String client;
    private final String server;
    private final int port;
    private final AtomicLong delayNanos = new AtomicLong();
    private final TcpCrusher proxy;

    Link(NioReactor reactor, String client, String server, String address, int port, int serverPort) {
        this.client = client;
        this.server = server;
        this.port = port;
        Throttler delay = bytes -> {
            long nanos = delayNanos.get();
            return nanos == 0 ? Throttler.NO_DELAY_NS : nanos;
        };
        this.proxy = TcpCrusherBuilder.builder()
                .withReactor(reactor)
                .withBindAddress(address, port)
                .withConnectAddress("127.0.0.1", serverPort)
                .withTcpNoDelay(true)
                // None: on a loaded machine a slow proxy must not look like a cut link.
                .withConnectionTimeoutMs(0)
                .withIncomingThrottlerFactory(from -> delay)
                .buildAndOpen();
    }

    public String client() {
        return client;
    }

    public String server() {
        return server;
    }

    /** Where the client finds the server. */
    int port() {
        return port;
    }

    /** Ends all connections, and refuses new ones. */
    public void cut() {
        proxy.close();
    }

    /** Keeps all connections, and carries nothing; new ones are accepted by the kernel, and hear nothing either. */
    public void freeze() {
        proxy.freeze();
    }

    /** Each answer takes that much longer. */
    public void slow(Duration delay) {
        delayNanos.set(delay.toNanos());
    }

    /** Back to normal, whatever was done to it. */
    public void heal() {
        delayNanos.set(0);
        if (!proxy.isOpen()) {
            proxy.open();
        } else if (proxy.isFrozen()) {
            proxy.unfreeze();
        }
    }

    void close() {
        proxy.close();
    }

    @Override
    public String toString() {
        return client + " to " + server;
    }
}
