/** Threads that buy, and what came of it. */
@NullMarked
package io.microecommerce.bench.load;

import org.jspecify.annotations.NullMarked;
