package io.microecommerce.local.launcher.topology;

import java.util.Collection;

/** Somebody named a component that does not exist. */
public final class UnknownComponentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownComponentException(String name, Collection<String> known) {
        super("There is no component '" + name + "'. There are: " + String.join(", ", known) + ".");
    }
}
