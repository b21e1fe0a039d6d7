package io.microecommerce.e2e.chaos.nemesis;

import java.time.Instant;

/**
 * A fault that was there.
 *
 * @param target whom it met
 * @param detail more of it; may be empty
 * @param began when
 * @param healed when everything of it was back to normal: a killed process ready again, a link open
 */
public record Fault(FaultKind kind, String target, String detail, Instant began, Instant healed) {}
