package io.microecommerce.local.launcher.cli;

import io.microecommerce.local.launcher.PlatformBuilder;
import java.util.List;
import java.util.Set;

/** {@code kill}: kill -9 for one component. */
record KillCommand(Console console, PlatformBuilder builder) {

    int run(List<String> arguments) {
        String name = new Arguments("kill", arguments, Set.of(), Set.of()).name();
        builder.attach().kill(name);
        console.line("%s is killed. ./shop restart %s starts it again.", name, name);
        return 0;
    }
}
