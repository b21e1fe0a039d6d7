package io.microecommerce.local.launcher.cli;

import io.microecommerce.local.launcher.Platform;
import io.microecommerce.local.launcher.PlatformBuilder;
import java.util.List;
import java.util.Set;

/** {@code restart}: stops one component if it runs and starts it again. */
record RestartCommand(Console console, PlatformBuilder builder) {

    int run(List<String> arguments) {
        String name = new Arguments("restart", arguments, Set.of(), Set.of()).name();
        Platform platform = builder.attach();
        console.line("Restarting:");
        platform.restart(name);
        return 0;
    }
}
