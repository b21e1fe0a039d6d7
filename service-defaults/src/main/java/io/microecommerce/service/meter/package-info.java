/** Gauges whose values come from other processes. */
@NullMarked
package io.microecommerce.service.meter;

import org.jspecify.annotations.NullMarked;
