/** The cart, the catalogue and the address book, as an order sees them. */
@NullMarked
package io.microecommerce.order.purchase.remote;

import org.jspecify.annotations.NullMarked;
