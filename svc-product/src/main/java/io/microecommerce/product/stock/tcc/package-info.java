/** The stock as a participant of the payment's global transaction. */
@NullMarked
package io.microecommerce.product.stock.tcc;

import org.jspecify.annotations.NullMarked;
