package io.microecommerce.local.launcher.cli;

import io.microecommerce.local.launcher.Platform;
import io.microecommerce.local.launcher.PlatformBuilder;
import io.microecommerce.local.launcher.catalogue.CatalogueImport;
import io.microecommerce.local.launcher.catalogue.CatalogueImport.Result;
import io.microecommerce.local.launcher.installation.PlatformException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code import FILE}: loads a catalogue, one product as JSON a line. The account is SHOP_STAFF_EMAIL with SHOP_STAFF_PASSWORD, by
 * default that of the demonstration. Exit code 0 only when every line was good.
 */
record ImportCommand(Console console, PlatformBuilder builder) {

    int run(List<String> arguments) throws IOException, InterruptedException {
        Path file = Path.of(new Arguments("import", arguments, Set.of(), Set.of()).file());
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new PlatformException(file + " is no file that can be read.");
        }
        Platform platform = builder.attach();
        CatalogueImport catalogue = new CatalogueImport(URI.create("http://127.0.0.1:" + platform.port("gateway")));
        Map<String, String> environment = System.getenv();
        try {
            String token = catalogue.logIn(
                    environment.getOrDefault("SHOP_STAFF_EMAIL", "staff@example.com"),
                    environment.getOrDefault("SHOP_STAFF_PASSWORD", "demo-password"));
            Result result = catalogue.load(file, token, refusal -> console.problem(file + ": " + refusal));
            console.line(
                    "%d created, %d changed, %d as they were, %d refused.",
                    result.created(), result.changed(), result.unchanged(), result.refused());
            return result.refused() == 0 ? 0 : 1;
        } catch (MalformedInputException e) {
            throw new PlatformException(file + " is not UTF-8; what was read before that stays loaded.", e);
        }
    }
}
