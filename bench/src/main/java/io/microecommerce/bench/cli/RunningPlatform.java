package io.microecommerce.bench.cli;

import io.microecommerce.bench.BenchException;
import io.microecommerce.local.launcher.Platform;
import io.microecommerce.local.launcher.PlatformBuilder;
import io.microecommerce.local.launcher.installation.PlatformException;
import java.util.List;

/** Finds the platform that is up, and whether it can be measured. */
final class RunningPlatform {

    private static final List<String> NEEDED = List.of(
            "postgres",
            "rocketmq-broker",
            "seata-server",
            "svc-customer",
            "svc-order",
            "svc-payment",
            "svc-product",
            "gateway");

    private RunningPlatform() {}

    /**
     * Attaches to it; it is not started, and nothing here stops it.
     *
     * @throws PlatformException if none is up, or a part that is needed was not started with it
     * @throws BenchException if a part that is needed is not ready
     */
    static Platform find(PlatformBuilder builder) {
        Platform platform = builder.attach();
        List<String> notReady =
                NEEDED.stream().filter(name -> !platform.isReady(name)).toList();
        if (!notReady.isEmpty()) {
            throw new BenchException(
                    "Not ready: " + String.join(", ", notReady) + ". See ./shop status and ./shop logs NAME.");
        }
        return platform;
    }
}
