/** The order's part in a payment's global transaction. */
@NullMarked
package io.microecommerce.order.purchase.tcc;

import org.jspecify.annotations.NullMarked;
