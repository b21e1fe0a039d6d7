package io.microecommerce.local.launcher.cli;

import io.microecommerce.local.launcher.Platform;
import io.microecommerce.local.launcher.PlatformBuilder;
import io.microecommerce.local.launcher.installation.PlatformException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code logs}: shows a component's log, also of one that has died or was stopped. */
record LogsCommand(Console console, PlatformBuilder builder) {

    int run(List<String> arguments) throws IOException, InterruptedException {
        Arguments given = new Arguments("logs", arguments, Set.of("-f"), Set.of());
        Platform platform = builder.build();
        Path log = platform.log(given.name());
        if (!Files.exists(log)) {
            throw new PlatformException(given.name() + " has no log yet: it was never started. " + log);
        }
        return new ProcessBuilder("tail", "-n", "+1", given.has("-f") ? "-F" : "-q", log.toString())
                .inheritIO()
                .start()
                .waitFor();
    }
}
