/**
 * Starts, watches and stops the platform on one machine: {@link io.microecommerce.local.launcher.Platform} is what tests use
 * and what the commands of {@code ./shop} are made of.
 */
@NullMarked
package io.microecommerce.local.launcher;

import org.jspecify.annotations.NullMarked;
