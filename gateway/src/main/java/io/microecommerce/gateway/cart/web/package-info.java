/** REST of the cart. */
@NullMarked
package io.microecommerce.gateway.cart.web;

import org.jspecify.annotations.NullMarked;
