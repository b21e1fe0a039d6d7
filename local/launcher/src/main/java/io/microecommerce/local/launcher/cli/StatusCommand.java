package io.microecommerce.local.launcher.cli;

import io.microecommerce.local.launcher.Platform;
import io.microecommerce.local.launcher.PlatformBuilder;
import io.microecommerce.local.launcher.topology.Component;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code status}: what runs. Exit code 0 only when every component is ready. */
record StatusCommand(Console console, PlatformBuilder builder) {

    int run(List<String> arguments) {
        new Arguments("status", arguments, Set.of(), Set.of()).withoutName();
        Platform platform = builder.attach();
        boolean all = true;
        long total = 0;
        console.line("%-18s %-10s %8s %8s  %s", "COMPONENT", "STATE", "PID", "MIB", "PORTS");
        for (String name : platform.names()) {
            String state = state(platform, name);
            long mebibytes = platform.memoryMib(name);
            total += mebibytes;
            all &= state.equals("ready");
            console.line(
                    "%-18s %-10s %8s %8s  %s",
                    name,
                    state,
                    platform.pid(name).map(String::valueOf).orElse("-"),
                    mebibytes == 0 ? "-" : mebibytes,
                    ports(platform, name));
        }
        console.line("%-18s %-10s %8s %8d", "", "", "", total);
        return all ? 0 : 1;
    }

    private static String state(Platform platform, String name) {
        if (!platform.isAlive(name)) {
            return platform.isRecorded(name) ? "died" : "stopped";
        }
        return platform.isReady(name) ? "ready" : "not ready";
    }

    private static String ports(Platform platform, String name) {
        Component component = platform.installation().topology().component(name);
        return component.ports().keySet().stream()
                .map(port -> port + " " + platform.port(name, port))
                .collect(Collectors.joining(", "));
    }
}
