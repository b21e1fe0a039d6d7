package io.microecommerce.e2e.shop;

import io.microecommerce.local.launcher.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command of {@code ./shop}, as an operator types it, on the platform under test.
 *
 * @param exit its exit code
 * @param text what it printed, errors among it
 */
public record ShopCommand(int exit, String text) {

    static ShopCommand run(Platform platform, List<String> arguments) {
        Path checkout = platform.installation().checkout();
        List<String> command = new ArrayList<>(List.of(checkout.resolve("shop").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("SHOP_HOME", platform.installation().home().root().toString());
        try {
            Process process = builder.start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("./shop " + arguments + " does not end: " + text);
            }
            return new ShopCommand(process.exitValue(), text);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
