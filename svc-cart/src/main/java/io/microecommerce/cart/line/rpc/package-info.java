/** Carts for the other services, over Dubbo. */
@NullMarked
package io.microecommerce.cart.line.rpc;

import org.jspecify.annotations.NullMarked;
