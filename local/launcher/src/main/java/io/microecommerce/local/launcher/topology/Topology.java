package io.microecommerce.local.launcher.topology;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The whole platform: what {@code local/topology.yaml} says. It is checked when it is made: every component that is named
 * exists, no port is used twice, and nobody waits for himself in a circle.
 *
 * @param components by name, in the order of the file
 * @param jvmFlags flags of every JVM
 * @param databases databases and their logins
 * @param nacos what Nacos holds at first
 * @param summary what people may want to open
 */
public record Topology(
        Map<String, Component> components,
        List<String> jvmFlags,
        List<Database> databases,
        Optional<NacosSeed> nacos,
        List<SummaryLine> summary) {

    public Topology {
        components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
        jvmFlags = List.copyOf(jvmFlags);
        databases = List.copyOf(databases);
        summary = List.copyOf(summary);
        refuseUnknownNames(components);
        refuseSharedPorts(components.values());
        refuseCycles(components);
    }

    /**
     * The component with that name.
     *
     * @throws UnknownComponentException if there is none; the message lists those there are
     */
    public Component component(String name) {
        Component component = components.get(name);
        if (component == null) {
            throw new UnknownComponentException(name, components.keySet());
        }
        return component;
    }

    /**
     * The same platform with a second instance of each of these, under {@link Component#second its name}.
     *
     * @throws UnknownComponentException if one of them does not exist
     */
    public Topology withSecond(Collection<String> names) {
        Map<String, Component> more = new LinkedHashMap<>(components);
        for (String name : names) {
            Component second = component(name).second();
            more.put(second.name(), second);
        }
        return new Topology(more, jvmFlags, databases, nacos, summary);
    }

    private static void refuseUnknownNames(Map<String, Component> components) {
        for (Component component : components.values()) {
            for (String other : component.needsAndUses()) {
                if (!components.containsKey(other)) {
                    throw new TopologyException(component.name() + " needs or uses '" + other
                            + "', which is no component. There are: " + String.join(", ", components.keySet()) + ".");
                }
            }
            if (component.ready().how() != Readiness.How.LOG) {
                component.port(component.ready().target());
            }
        }
    }

    private static void refuseSharedPorts(Collection<Component> components) {
        Map<Integer, String> owners = new HashMap<>();
        for (Component component : components) {
            component.ports().forEach((name, number) -> {
                String owner = owners.putIfAbsent(number, component.name());
                if (owner != null) {
                    throw new TopologyException(
                            "port " + number + " is given to both " + owner + " and " + component.name() + ".");
                }
            });
        }
    }

    private static void refuseCycles(Map<String, Component> components) {
        Set<String> free = new LinkedHashSet<>();
        for (String name : components.keySet()) {
            follow(name, components, new LinkedHashSet<>(), free);
        }
    }

    private static void follow(
            String name, Map<String, Component> components, Set<String> path, Set<String> knownFree) {
        if (knownFree.contains(name)) {
            return;
        }
        if (!path.add(name)) {
            throw new TopologyException(
                    "needs and uses form a circle: " + String.join(" -> ", path) + " -> " + name + ".");
        }
        Component component = components.get(name);
        if (component != null) {
            component.needsAndUses().forEach(other -> follow(other, components, path, knownFree));
        }
        path.remove(name);
        knownFree.add(name);
    }
}
