package io.microecommerce.e2e.chaos.network;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.netcrusher.core.reactor.NioReactor;
import org.netcrusher.core.throttle.Throttler;
import org.netcrusher.tcp.TcpCrusher;
import org.netcrusher.tcp.TcpCrusherBuilder;

/** The way of one client to one server, or of all to one. */
public final class Link {

    /**
     * In each direction of each connection, allocated with it and outside of the heap. Its own 64 of 32 KiB let some hundred
     * connections of a platform take more than such a process may have.
     */
    private static final int BUFFERS = 8;

    private static final int BUFFER_BYTES = 16 * 1024;

    private final String client;
    private final String server;
    private final int port;
    private final AtomicLong delayNanos = new AtomicLong();
    private final List<TcpCrusher> proxies;

    /** @param serverPorts where the server listens; the proxies listen as far apart from each other */
    Link(NioReactor reactor, String client, String server, String address, int port, List<Integer> serverPorts) {
        this.client = client;
        this.server = server;
        this.port = port;
        this.proxies = serverPorts.stream()
                .map(serverPort -> proxy(reactor, address, port + serverPort - serverPorts.get(0), serverPort))
                .toList();
    }

    private TcpCrusher proxy(NioReactor reactor, String address, int port, int serverPort) {
        Throttler delay = bytes -> {
            long nanos = delayNanos.get();
            return nanos == 0 ? Throttler.NO_DELAY_NS : nanos;
        };
        return TcpCrusherBuilder.builder()
                .withReactor(reactor)
                .withBindAddress(address, port)
                .withConnectAddress("127.0.0.1", serverPort)
                .withTcpNoDelay(true)
                .withBufferCount(BUFFERS)
                .withBufferSize(BUFFER_BYTES)
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
        proxies.forEach(TcpCrusher::close);
    }

    /** Keeps all connections, and carries nothing; new ones are accepted by the kernel, and hear nothing either. */
    public void freeze() {
        proxies.forEach(TcpCrusher::freeze);
    }

    /** Each answer takes that much longer. */
    public void slow(Duration delay) {
        delayNanos.set(delay.toNanos());
    }

    /** Back to normal, whatever was done to it. */
    public void heal() {
        delayNanos.set(0);
        for (TcpCrusher proxy : proxies) {
            if (!proxy.isOpen()) {
                proxy.open();
            } else if (proxy.isFrozen()) {
                proxy.unfreeze();
            }
        }
    }

    void close() {
        proxies.forEach(TcpCrusher::close);
    }

    @Override
    public String toString() {
        return client + " to " + server;
    }
}
