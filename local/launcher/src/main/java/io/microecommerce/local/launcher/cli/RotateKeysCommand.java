package io.microecommerce.local.launcher.cli;

import io.microecommerce.local.launcher.PlatformBuilder;
import io.microecommerce.local.launcher.installation.SigningKeys.Rotation;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** {@code rotate-keys}: a new key for login tokens; who is logged in stays so. */
record RotateKeysCommand(Console console, PlatformBuilder builder) {

    int run(List<String> arguments) throws IOException {
        new Arguments("rotate-keys", arguments, Set.of(), Set.of()).withoutName();
        Rotation rotation = builder.attach().installation().signingKeys().rotate(Instant.now());
        console.line(
                "Added %s; the gateway signs with it within a minute. Tokens signed before stay good.",
                rotation.added());
        rotation.removed().forEach(name -> console.line("Removed %s: no token it signed is good any more.", name));
        return 0;
    }
}
