package io.microecommerce.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The environment variables of a process. Every reader throws {@link CannotStartException} that names the variable, and
 * never its value unless that is a port or a path, because some are secrets.
 */
public final class Environment {

    private final Map<String, String> variables;

    /** Reads from the given variables. */
    public Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** The variables of this process. */
    public static Environment ofThisProcess() {
        return new Environment(System.getenv());
    }

    /** A text that is there and not blank. */
    public String text(String variable) {
        String value = variables.get(variable);
        if (value == null || value.isBlank()) {
            throw new CannotStartException(variable + " is not set");
        }
        return value;
    }

    /** A text, or another one where nothing is said. */
    public String textOr(String variable, String otherwise) {
        String value = variables.get(variable);
        return value == null || value.isBlank() ? otherwise : value;
    }

    /** A port between 1 and 65535 that leaves room for {@code above} more ports over it. */
    public int port(String variable, int above) {
        try {
            int port = Integer.parseInt(text(variable));
            if (port > 0 && port <= 65_535 - above) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through to the one answer for both.
        }
        throw new CannotStartException(variable + " must be a port between 1 and " + (65_535 - above));
    }

    /** A port that nobody listens on yet, see {@link #requireFree}. */
    public int freePort(String variable) {
        int port = port(variable, 0);
        requireFree(variable, port);
        return port;
    }

    /**
     * Finds out now whether a loopback port is free, where the servers would tell in a stack trace or not at all.
     *
     * @param variable where the port, or the one that it is counted from, comes from
     */
    public static void requireFree(String variable, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As the servers do, or connections that a dead predecessor left behind would block the port for a minute.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new CannotStartException("port " + port + " (" + variable + ") is taken by another process", taken);
        }
    }

    /** A folder, absolute, created if it is not there. */
    public Path folder(String variable) {
        Path folder = path(variable);
        try {
            return Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new CannotStartException(variable + ": cannot create the folder " + folder, failed);
        }
    }

    /** A file, absolute, whose folder is created if it is not there. */
    public Path file(String variable) {
        Path file = path(variable);
        Path folder = file.getParent();
        if (folder == null) {
            throw new CannotStartException(variable + " must be a file");
        }
        try {
            Files.createDirectories(folder);
            return file;
        } catch (IOException failed) {
            throw new CannotStartException(variable + ": cannot create the folder " + folder, failed);
        }
    }

    private Path path(String variable) {
        try {
            return Path.of(text(variable)).toAbsolutePath().normalize();
        } catch (InvalidPathException notAPath) {
            throw new CannotStartException(variable + " must be a path");
        }
    }
}
