package io.microecommerce.local.launcher.cli;

import io.microecommerce.local.launcher.Platform;
import io.microecommerce.local.launcher.PlatformBuilder;
import io.microecommerce.local.launcher.installation.PlatformException;
import java.util.List;
import java.util.Set;

/** {@code down}: stops everything, whoever started it. A foreground {@code up} sees that and ends. */
record DownCommand(Console console, PlatformBuilder builder) {

    int run(List<String> arguments) {
        new Arguments("down", arguments, Set.of(), Set.of()).withoutName();
        Platform platform;
        try {
            platform = builder.attach();
        } catch (PlatformException e) {
            console.line("Nothing to stop: %s", e.getMessage());
            return 0;
        }
        console.line("Stopping:");
        platform.stop();
        console.line("All stopped. Data stay; ./shop reset deletes them.");
        return 0;
    }
}
