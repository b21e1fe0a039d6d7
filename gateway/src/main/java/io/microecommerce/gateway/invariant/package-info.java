/** What must hold in the databases, as each service checks it in its own. */
@NullMarked
package io.microecommerce.gateway.invariant;

import org.jspecify.annotations.NullMarked;
