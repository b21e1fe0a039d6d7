/** The stock's part in a payment, as the payment service calls it. */
@NullMarked
package io.microecommerce.product.stock.rpc;

import org.jspecify.annotations.NullMarked;
