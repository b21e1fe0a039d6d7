package io.microecommerce.local.launcher.cli;

import io.microecommerce.local.launcher.Platform;
import io.microecommerce.local.launcher.PlatformBuilder;
import io.microecommerce.local.launcher.installation.PlatformException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@code up}: starts everything, and unless detached stays with it until it is told to stop. */
record UpCommand(Console console, PlatformBuilder builder) {

    int run(List<String> arguments) throws IOException, InterruptedException {
        // --only is for those who work on a part of the platform; it starts exactly what it names.
        Arguments given = new Arguments(
                        "up", arguments, Set.of("--detach"), Set.of("--port-offset", "--with", "--only"))
                .withoutName();
        builder.portOffset(given.number("--port-offset", 0));
        given.value("--with").ifPresent(names -> builder.with(names.split(",", -1)));
        given.value("--only").ifPresent(names -> builder.only(names.split(",", -1)));
        long begin = System.nanoTime();
        Platform platform = builder.build();

        AtomicBoolean stopping = new AtomicBoolean();
        Thread stopAll = new Thread(
                () -> {
                    stopping.set(true);
                    console.line("Stopping:");
                    platform.stop();
                },
                "stop-all");
        Runtime.getRuntime().addShutdownHook(stopAll);
        try {
            console.line("Starting %d components:", platform.names().size());
            platform.start();
        } catch (PlatformException e) {
            if (stopping.get()) {
                // Ctrl-C came first; the hook stops what was started and the JVM ends with it.
                Thread.currentThread().join();
            }
            Runtime.getRuntime().removeShutdownHook(stopAll);
            throw e;
        }
        new Summary(console, platform).print((System.nanoTime() - begin) / 1_000_000_000.0);
        if (given.has("--detach")) {
            Runtime.getRuntime().removeShutdownHook(stopAll);
            console.line("It runs in the background. ./shop status, ./shop logs NAME, ./shop down");
            return 0;
        }
        console.line("Ctrl-C stops everything.");
        new Watch(console, platform).untilNothingIsLeft();
        Runtime.getRuntime().removeShutdownHook(stopAll);
        return 0;
    }
}
