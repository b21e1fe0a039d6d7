/** The lines of a cart, priced and checked against the catalogue when somebody looks. Free of any framework. */
@NullMarked
package io.microecommerce.cart.line;

import org.jspecify.annotations.NullMarked;
