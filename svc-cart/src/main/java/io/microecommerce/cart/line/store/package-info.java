/** Carts in Redis. Whatever must happen as one is a Lua script there. */
@NullMarked
package io.microecommerce.cart.line.store;

import org.jspecify.annotations.NullMarked;
