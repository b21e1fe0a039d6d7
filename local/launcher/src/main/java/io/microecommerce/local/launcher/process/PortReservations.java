package io.microecommerce.local.launcher.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;

/**
 * Ports that processes of this machine have chosen for what they are about to start: between the choice and the start nobody holds
 * them, and two test runs that start at once could choose the same. A reservation ends with its process.
 */
public final class PortReservations {

    private final Path folder;

    /** In that folder, which all share: a file a process, named by its number, with a port a line. */
    public PortReservations(Path folder) {
        this.folder = folder;
    }

    /** Those of this user on this machine. */
    public static PortReservations ofThisMachine() {
        return new PortReservations(Path.of(
                System.getProperty("java.io.tmpdir"), "micro-ecommerce-ports-" + System.getProperty("user.name")));
    }

    /**
     * Reserves all of them for this process.
     *
     * @return false, and reserves none, if one is reserved already
     */
    public boolean reserve(Collection<Integer> ports) {
        synchronized (PortReservations.class) {
            try {
                Files.createDirectories(folder);
                try (FileChannel channel = FileChannel.open(
                                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    return lock.isValid() && areFree(ports) && write(ports);
                }
            } catch (IOException unusable) {
                // Then as if there were none: a clash is rare, and tells itself.
                return true;
            }
        }
    }

    private boolean areFree(Collection<Integer> ports) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[0-9]*")) {
            for (Path file : files) {
                if (!isAlive(file)) {
                    Files.delete(file);
                } else if (Files.readAllLines(file).stream().anyMatch(line -> ports.contains(Integer.valueOf(line)))) {
                    return false;
                }
            }
            return true;
        }
    }

    private static boolean isAlive(Path file) {
        return ProcessHandle.of(Long.parseLong(file.getFileName().toString())).isPresent();
    }

    private boolean write(Collection<Integer> ports) throws IOException {
        List<String> lines = ports.stream().map(port -> Integer.toString(port)).toList();
        Files.write(
                folder.resolve(Long.toString(ProcessHandle.current().pid())),
                lines,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return true;
    }
}
