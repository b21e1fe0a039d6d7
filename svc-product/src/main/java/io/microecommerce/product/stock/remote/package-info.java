/** svc-order, as far as the stock needs it: it keeps what staff are told. */
@NullMarked
package io.microecommerce.product.stock.remote;

import org.jspecify.annotations.NullMarked;
