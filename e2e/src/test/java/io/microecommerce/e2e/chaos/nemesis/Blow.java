package io.microecommerce.e2e.chaos.nemesis;

/**
 * A fault that is planned.
 *
 * @param target a component, or a crash point's name, or a link's
 * @param amount milliseconds of its duration; of a CLOCK seconds of the shift; of a SLOW milliseconds of the delay
 */
record Blow(FaultKind kind, String target, int amount) {}
