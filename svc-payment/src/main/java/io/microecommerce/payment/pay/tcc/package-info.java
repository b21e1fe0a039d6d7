/** The payment's own branch of the global transaction. */
@NullMarked
package io.microecommerce.payment.pay.tcc;

import org.jspecify.annotations.NullMarked;
