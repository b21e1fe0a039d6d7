package io.microecommerce.local.launcher.server;

import io.microecommerce.local.launcher.installation.Installation;
import io.microecommerce.local.launcher.topology.Component;
import java.util.List;

/** A program that the topology names with its arguments. */
record AnyProgram(Component component, Installation installation) implements Program {

    @Override
    public void prepare() {}

    @Override
    public List<String> command() {
        return component.command().stream()
                .map(part -> installation.resolve(component.name(), part))
                .toList();
    }
}
