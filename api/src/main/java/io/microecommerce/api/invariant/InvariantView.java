package io.microecommerce.api.invariant;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that must hold, and what the newest checks of it found. Every instance of a service checks by itself.
 *
 * @param rule its name, for programs
 * @param text what must hold, for people
 * @param violations where it does not, in number, when it was last checked with success; null before that
 * @param checkedAt when that was; null before that
 * @param error why the newest check told nothing; null if it did
 */
public record InvariantView(
        String rule, String text, @Nullable Long violations, @Nullable Instant checkedAt, @Nullable String error)
        implements Serializable {}
