package io.microecommerce.local.launcher.topology;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One process of the platform, as the topology file describes it. Text may still hold placeholders.
 *
 * @param name unique name, also of its log and data folder
 * @param kind how it is started
 * @param module folder of its Maven module, relative to the checkout; empty unless {@link Kind#JVM}
 * @param mainClass its main class; empty unless {@link Kind#JVM}
 * @param command program and arguments; empty unless {@link Kind#COMMAND}
 * @param ports base port numbers by name; the first one is what {@code ${port:NAME}} means
 * @param binds the addresses on which it takes them
 * @param heapMib largest heap of a JVM in MiB; 0 leaves it to the JVM
 * @param memoryMib what the whole process is expected to take, in MiB
 * @param jvmFlags flags of its own
 * @param environment what it is told
 * @param needs components that must be ready before it starts
 * @param uses components that it calls but that may start later
 * @param ready when it counts as started
 * @param afterwards a step of the launcher once it is ready
 * @param stop how it is asked to stop
 * @param option the option that it is started with; empty if it always is
 */
public record Component(
        String name,
        Kind kind,
        String module,
        String mainClass,
        List<String> command,
        Map<String, Integer> ports,
        Binds binds,
        int heapMib,
        int memoryMib,
        List<String> jvmFlags,
        Map<String, String> environment,
        Set<String> needs,
        Set<String> uses,
        Readiness ready,
        Afterwards afterwards,
        StopPolicy stop,
        String option) {

    /** How far the ports of a second instance lie above those of the first. */
    private static final int SECOND_PORTS = 300;

    public Component {
        command = List.copyOf(command);
        ports = Collections.unmodifiableMap(new LinkedHashMap<>(ports));
        jvmFlags = List.copyOf(jvmFlags);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        needs = Collections.unmodifiableSet(new LinkedHashSet<>(needs));
        uses = Collections.unmodifiableSet(new LinkedHashSet<>(uses));
    }

    /** Everything that must still be there while this component stops. */
    public Set<String> needsAndUses() {
        Set<String> all = new LinkedHashSet<>(needs);
        all.addAll(uses);
        return all;
    }

    /** Base number of its first port. */
    public int mainPort() {
        if (ports.isEmpty()) {
            throw new TopologyException(name + " has no port, but its port is asked for.");
        }
        return ports.values().iterator().next();
    }

    /** Base number of the port with that name. */
    public int port(String portName) {
        Integer number = ports.get(portName);
        if (number == null) {
            throw new TopologyException(
                    name + " has no port '" + portName + "'. It has: " + String.join(", ", ports.keySet()) + ".");
        }
        return number;
    }

    /** The same component, told more and using more. */
    Component with(Map<String, String> told, Set<String> used) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.putAll(told);
        Set<String> moreUses = new LinkedHashSet<>(uses);
        moreUses.addAll(used);
        return new Component(
                name,
                kind,
                module,
                mainClass,
                command,
                ports,
                binds,
                heapMib,
                memoryMib,
                jvmFlags,
                more,
                needs,
                moreUses,
                ready,
                afterwards,
                stop,
                option);
    }

    /** The name of a component's second instance. */
    public static String nameOfSecond(String component) {
        return component + "-2";
    }

    /**
     * A second instance beside this one, {@code NAME-2}: on ports and with a folder of its own, and else the same, so that it shares
     * whatever the first has in common with the others.
     */
    public Component second() {
        String second = nameOfSecond(name);
        Map<String, Integer> itsPorts = new LinkedHashMap<>();
        ports.forEach((port, number) -> itsPorts.put(port, number + SECOND_PORTS));
        Map<String, String> told = new LinkedHashMap<>();
        environment.forEach((key, text) -> told.put(
                key,
                text.replace("${port:" + name + "}", "${port:" + second + "}")
                        .replace("${port:" + name + ".", "${port:" + second + ".")));
        return new Component(
                second,
                kind,
                module,
                mainClass,
                command,
                itsPorts,
                binds,
                heapMib,
                memoryMib,
                jvmFlags,
                told,
                needs,
                uses,
                ready,
                afterwards,
                stop,
                option);
    }
}
