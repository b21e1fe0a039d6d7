/**
 * The commands of {@code ./shop}, and the only place that prints.
 */
@NullMarked
package io.microecommerce.local.launcher.cli;

import org.jspecify.annotations.NullMarked;
