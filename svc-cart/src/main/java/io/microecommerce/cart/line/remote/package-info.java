/** The catalogue of svc-product, as a cart sees it. */
@NullMarked
package io.microecommerce.cart.line.remote;

import org.jspecify.annotations.NullMarked;
