package io.microecommerce.local.launcher.cli;

import io.microecommerce.local.launcher.Platform;
import io.microecommerce.local.launcher.PlatformBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** {@code reset}: stops everything and deletes data and logs. Secrets stay. */
record ResetCommand(Console console, PlatformBuilder builder) {

    int run(List<String> arguments) throws IOException {
        Arguments given = new Arguments("reset", arguments, Set.of("--yes"), Set.of()).withoutName();
        Platform everything = builder.build();
        String home = everything.installation().home().root().toString();
        if (!given.has("--yes") && !console.confirms("Delete all data and logs in " + home + "?")) {
            throw new UsageException("Nothing was deleted. Answer y, or call ./shop reset --yes.");
        }
        // Stopping what does not run does nothing; so this stops whatever runs, recorded as a platform or not.
        everything.stop();
        everything.installation().home().deleteData();
        console.line("Data and logs in %s are deleted.", home);
        return 0;
    }
}
