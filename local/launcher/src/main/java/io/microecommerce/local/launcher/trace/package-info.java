/** The story of an order, read from the databases. */
@NullMarked
package io.microecommerce.local.launcher.trace;

import org.jspecify.annotations.NullMarked;
