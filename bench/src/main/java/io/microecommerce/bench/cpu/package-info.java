/** Processor time of the platform's processes. */
@NullMarked
package io.microecommerce.bench.cpu;

import org.jspecify.annotations.NullMarked;
