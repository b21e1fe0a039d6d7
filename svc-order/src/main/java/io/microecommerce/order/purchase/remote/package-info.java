/** The cart and the catalogue, as an order sees them. */
@NullMarked
package io.microecommerce.order.purchase.remote;

import org.jspecify.annotations.NullMarked;
