package io.microecommerce.local.launcher.topology;

/** The topology file contradicts itself; the message says where and what to change. */
public final class TopologyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TopologyException(String message) {
        super(message);
    }

    public TopologyException(String message, Throwable cause) {
        super(message, cause);
    }
}
