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
import java.util.stream.Collectors;

/**
 * The whole platform: what {@code local/topology.yaml} says. It is checked when it is made: every component that is named
 * exists, no port is used twice, and nobody waits for himself in a circle.
 *
 * @param components by name, in the order of the file
 * @param jvmFlags flags of every JVM
 * @param databases databases and their logins
 * @param nacos what Nacos holds at first
 * @param summary what people may want to open
 * @param options what is started only when it is asked for
 */
public record Topology(
        Map<String, Component> components,
        List<String> jvmFlags,
        List<Database> databases,
        Optional<NacosSeed> nacos,
        List<SummaryLine> summary,
        List<Option> options) {

    public Topology {
        components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
        jvmFlags = List.copyOf(jvmFlags);
        databases = List.copyOf(databases);
        summary = List.copyOf(summary);
        options = List.copyOf(options);
        refuseUnknownNames(components);
        refuseUnknownOptions(components, options);
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
        return new Topology(more, jvmFlags, databases, nacos, summary, options);
    }

    /**
     * The same platform with these options: whom they tell something uses what they start, so that it stops before that.
     *
     * @throws TopologyException if there is no such option
     */
    public Topology withOptions(Collection<String> names) {
        Map<String, Component> told = new LinkedHashMap<>(components);
        for (String name : names) {
            Option option = options.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new TopologyException("There is no option '" + name + "'. There are: "
                            + options.stream().map(Option::name).collect(Collectors.joining(", ")) + "."));
            Set<String> started = startedWith(List.of(name));
            option.environment()
                    .forEach((component, environment) ->
                            told.computeIfPresent(component, (key, before) -> before.with(environment, started)));
        }
        return new Topology(told, jvmFlags, databases, nacos, summary, options);
    }

    /** The names of the components that are started with these options: those of an option only with it. */
    public Set<String> started(Collection<String> names) {
        Set<String> started = new LinkedHashSet<>(components.keySet());
        started.removeIf(name -> !component(name).option().isEmpty());
        started.addAll(startedWith(names));
        return started;
    }

    private Set<String> startedWith(Collection<String> names) {
        return components.values().stream()
                .filter(component -> names.contains(component.option()))
                .map(Component::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void refuseUnknownOptions(Map<String, Component> components, List<Option> options) {
        Set<String> known = options.stream().map(Option::name).collect(Collectors.toSet());
        for (Component component : components.values()) {
            if (!component.option().isEmpty() && !known.contains(component.option())) {
                throw new TopologyException(component.name() + " belongs to '" + component.option()
                        + "', which is no option. There are: " + String.join(", ", known) + ".");
            }
        }
        for (Option option : options) {
            for (String told : option.environment().keySet()) {
                if (!components.containsKey(told)) {
                    throw new TopologyException("the option " + option.name() + " tells '" + told
                            + "' something, which is no component. There are: "
                            + String.join(", ", components.keySet()) + ".");
                }
            }
        }
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
