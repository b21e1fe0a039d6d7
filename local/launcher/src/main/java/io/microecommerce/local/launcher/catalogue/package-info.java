/** Loading a catalogue file through the storefront's API. */
@NullMarked
package io.microecommerce.local.launcher.catalogue;

import org.jspecify.annotations.NullMarked;
