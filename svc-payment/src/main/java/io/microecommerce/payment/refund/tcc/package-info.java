/** The refund's own branch of its global transaction. */
@NullMarked
package io.microecommerce.payment.refund.tcc;

import org.jspecify.annotations.NullMarked;
