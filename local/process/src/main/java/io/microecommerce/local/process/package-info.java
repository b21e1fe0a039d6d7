/**
 * What every process of the local stack does alike before somebody else's server takes over: it reads its settings from
 * the environment, finds out whether its ports are free, and when it cannot start says why in one line.
 */
@NullMarked
package io.microecommerce.local.process;

import org.jspecify.annotations.NullMarked;
