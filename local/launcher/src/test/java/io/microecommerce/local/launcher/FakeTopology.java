package io.microecommerce.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Topologies of shell commands, for what does not depend on which server it is. */
final class FakeTopology {

    private FakeTopology() {}

    /** A source tree that consists of this topology. */
    static Path checkout(Path folder, String components) throws IOException {
        Files.createDirectories(folder.resolve("local"));
        Files.writeString(folder.resolve("local/topology.yaml"), "components:\n" + components.indent(2));
        return folder;
    }
}
