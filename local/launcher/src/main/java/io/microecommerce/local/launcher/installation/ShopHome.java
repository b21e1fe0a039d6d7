package io.microecommerce.local.launcher.installation;

import io.microecommerce.local.launcher.process.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that holds all state of a local platform, {@code .shop} unless told otherwise.
 *
 * @param root absolute path
 */
public record ShopHome(Path root) {

    public ShopHome {
        root = root.toAbsolutePath().normalize();
    }

    /** Generated secrets; only their owner may look inside. */
    public Path secrets() {
        return root.resolve("secrets");
    }

    /** What a component keeps. */
    public Path data(String component) {
        return root.resolve("data").resolve(component);
    }

    /** What a component may lose at any time. */
    public Path temporary(String component) {
        return run().resolve("tmp").resolve(component);
    }

    /** What a component writes to its standard output and error. */
    public LogFile log(String component) {
        return new LogFile(logs().resolve(component + ".log"));
    }

    /** The logs of all components. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** What is known about the running processes. */
    public Path run() {
        return root.resolve("run");
    }

    /** What is known about a component's process. */
    public Path processFile(String component) {
        return run().resolve(component + ".pid");
    }

    /** Creates the folders that are absent. */
    public void create() throws IOException {
        for (Path folder : List.of(root.resolve("data"), logs(), run())) {
            Files.createDirectories(folder);
        }
        if (!Files.exists(secrets())) {
            Files.createDirectory(
                    secrets(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** Deletes data, logs and state; secrets stay, they fit any data created with them. */
    public void deleteData() throws IOException {
        for (Path folder : List.of(root.resolve("data"), logs(), run())) {
            deleteTree(folder);
        }
    }

    /** Deletes a folder with all it holds, if it exists; links are deleted, not followed. */
    public static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
