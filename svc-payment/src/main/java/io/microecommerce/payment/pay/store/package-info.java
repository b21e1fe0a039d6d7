/** The payment table. */
@NullMarked
package io.microecommerce.payment.pay.store;

import org.jspecify.annotations.NullMarked;
