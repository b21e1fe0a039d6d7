package io.microecommerce.local.launcher.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Whether a TCP port can be bound. */
public final class PortCheck {

    private PortCheck() {}

    /**
     * True if nobody holds the port on any address: some components cannot be told to bind loopback only, and those would
     * fail where any address has the port.
     */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Connections of a previous run that linger in TIME_WAIT do not hinder a server, so let them not hinder us.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
