package io.microecommerce.local.launcher.topology;

import java.time.Duration;

/**
 * How a component is asked to stop.
 *
 * @param signal name of the signal without SIG
 * @param grace how long it may take before it is killed
 */
public record StopPolicy(String signal, Duration grace) {}
