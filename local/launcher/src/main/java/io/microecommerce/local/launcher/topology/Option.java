package io.microecommerce.local.launcher.topology;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code ./shop up --with NAME} adds: the components that belong to it, and what the others are told then.
 *
 * @param environment by component, what it is told besides
 */
public record Option(String name, Map<String, Map<String, String>> environment) {

    public Option {
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }
}
