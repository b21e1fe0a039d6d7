/** The platform's databases, as its operator: money and goods for the run, the books afterwards, and the peer. */
@NullMarked
package io.microecommerce.bench.store;

import org.jspecify.annotations.NullMarked;
