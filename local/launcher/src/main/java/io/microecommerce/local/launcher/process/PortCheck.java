package io.microecommerce.local.launcher.process;

import java.io.IOException;
import java.net.InetAddress;
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
        return canBind(new InetSocketAddress(port));
    }

    /** True if nobody holds the port on the loopback address. */
    public static boolean isFreeOnLoopback(int port) {
        return canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static boolean canBind(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            // Connections of a previous run that linger in TIME_WAIT do not hinder a server, so let them not hinder us.
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
