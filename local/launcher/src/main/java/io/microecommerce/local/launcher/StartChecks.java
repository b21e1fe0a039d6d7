package io.microecommerce.local.launcher;

import io.microecommerce.local.launcher.installation.Installation;
import io.microecommerce.local.launcher.installation.PlatformException;
import io.microecommerce.local.launcher.process.PortCheck;
import io.microecommerce.local.launcher.process.PortOwner;
import io.microecommerce.local.launcher.process.ProcFs;
import io.microecommerce.local.launcher.topology.Component;
import io.microecommerce.local.launcher.topology.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/** What is checked before anything starts, so that the cause is named and not its consequence. */
record StartChecks(Installation installation, Collection<Component> components) {

    void run() {
        refuseOtherPlatforms();
        refuseTakenPorts();
        refuseTooLittleMemory();
    }

    private void refuseOtherPlatforms() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        boolean linux = System.getProperty("os.name").equals("Linux");
        boolean nativePrograms = components.stream()
                .anyMatch(component -> component.kind() == Kind.POSTGRES || component.kind() == Kind.REDIS);
        if (!linux || (nativePrograms && !System.getProperty("os.arch").equals("amd64"))) {
            throw new PlatformException(
                    "The local platform runs on Linux on x86-64 only, this is " + system
                            + ": the PostgreSQL and Redis programs it brings are built for that. Use a virtual machine or container.");
        }
    }

    private void refuseTakenPorts() {
        List<String> taken = new ArrayList<>();
        for (Component component : components) {
            component.ports().forEach((name, base) -> {
                int port = base + installation.portOffset();
                if (!isFree(component, port)) {
                    taken.add("Port " + port + ", which " + component.name() + " wants as '" + name + "', is held by "
                            + PortOwner.of(port)
                                    .map(owner -> "process " + owner.pid() + " (" + owner.program() + ")")
                                    .orElse("another process, perhaps of another user")
                            + ".");
                }
            });
        }
        if (!taken.isEmpty()) {
            throw new PlatformException(String.join("\n", taken)
                    + "\nStop what holds it, or move all ports: ./shop up --port-offset 1000.");
        }
    }

    private static boolean isFree(Component component, int port) {
        return switch (component.binds()) {
            case ALL -> PortCheck.isFree(port);
            case LOOPBACK -> PortCheck.isFreeOnLoopback(port);
        };
    }

    private void refuseTooLittleMemory() {
        long needed = components.stream().mapToLong(Component::memoryMib).sum();
        OptionalLong available = ProcFs.availableMemoryMib();
        if (available.isPresent() && available.getAsLong() < needed) {
            throw new PlatformException("The platform needs " + needed + " MiB of memory, only " + available.getAsLong()
                    + " MiB are available. Close something, or give the machine more.");
        }
    }
}
