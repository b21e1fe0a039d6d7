package io.microecommerce.local.launcher;

import java.time.Duration;

/** Hears what happens to components; called from several threads. */
public interface Progress {

    /** Hears nothing. */
    Progress SILENT = new Progress() {};

    /** The component is ready, so long after its process was started. */
    default void ready(String component, Duration after) {}

    /** The component has stopped. */
    default void stopped(String component, boolean killed) {}
}
