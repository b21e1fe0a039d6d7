package io.microecommerce.local.launcher.cli;

import io.microecommerce.local.launcher.Platform;
import io.microecommerce.local.launcher.installation.Installation;
import io.microecommerce.local.launcher.installation.Secrets;
import io.microecommerce.local.launcher.topology.Database;
import io.microecommerce.local.launcher.topology.SummaryLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where everything is, once it is up: on the terminal without passwords, and with them in a file of mode 0600. */
record Summary(Console console, Platform platform) {

    void print(double seconds) throws IOException {
        Path credentials = platform.installation().home().secrets().resolve("credentials.txt");
        Secrets.writeOwnerOnly(credentials, credentials());
        long mebibytes =
                platform.names().stream().mapToLong(platform::memoryMib).sum();
        console.line("");
        for (SummaryLine line : lines()) {
            console.line("  %-18s %s%s", line.what(), url(line), account(line));
        }
        console.line("  %-18s %s", "Credentials", credentials);
        console.line("");
        console.line("Ready in %.1f s, %d MiB in all.", seconds, mebibytes);
    }

    private List<SummaryLine> lines() {
        return platform.installation().topology().summary().stream()
                .filter(line -> platform.names().contains(line.component()))
                .toList();
    }

    private String url(SummaryLine line) {
        return platform.installation().resolve(line.component(), line.url());
    }

    private static String account(SummaryLine line) {
        return line.account().isEmpty() ? "" : "   (" + line.account() + ")";
    }

    private String credentials() {
        Installation installation = platform.installation();
        List<String> text = new ArrayList<>();
        text.add("Written by ./shop up. Do not copy this anywhere.");
        for (SummaryLine line : lines()) {
            text.add("");
            text.add(line.what() + ": " + url(line));
            text.add("  account:  " + line.account());
            if (!line.secret().isEmpty()) {
                text.add("  password: " + installation.secrets().value(line.secret()));
            }
        }
        if (platform.names().contains("postgres")) {
            for (Database database : installation.topology().databases()) {
                text.add("");
                text.add("Database " + database.name() + ": " + platform.jdbcUrl(database.name()));
                text.add("  account:  " + database.login());
                text.add("  password: " + installation.secrets().value(database.secret()));
            }
        }
        text.add("");
        return String.join("\n", text);
    }
}
