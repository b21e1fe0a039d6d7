package io.microecommerce.local.launcher.server;

import io.microecommerce.local.launcher.installation.Installation;
import io.microecommerce.local.launcher.process.LogFile;
import io.microecommerce.local.launcher.topology.Component;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** How a component of some kind is run. */
public interface Program {

    /** The program of a component. */
    static Program of(Component component, Installation installation) {
        return switch (component.kind()) {
            case POSTGRES -> new Postgres(component, installation);
            case REDIS -> new Redis(component, installation);
            case JVM -> new JavaProgram(component, installation);
            case COMMAND -> new AnyProgram(component, installation);
        };
    }

    /** Makes what the process must find: programs, configuration, an initialised data folder. May run at every start. */
    void prepare() throws IOException, InterruptedException;

    /** Program and arguments, without secrets. */
    List<String> command() throws IOException;

    /** What its process is told beside the environment of the topology. */
    default Map<String, String> environment() throws IOException {
        return Map.of();
    }

    /** Whether a process that died at its start died of something that passes by itself. */
    default boolean diedOfSomethingPassing(LogFile log) throws IOException {
        return false;
    }
}
