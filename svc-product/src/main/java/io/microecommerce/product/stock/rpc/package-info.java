/** The stock's part in a payment, as the payment service calls it, and what staff do to the stock. */
@NullMarked
package io.microecommerce.product.stock.rpc;

import org.jspecify.annotations.NullMarked;
