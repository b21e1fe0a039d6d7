/** What must hold in a service's database, and whether it does. */
@NullMarked
package io.microecommerce.api.invariant;

import org.jspecify.annotations.NullMarked;
