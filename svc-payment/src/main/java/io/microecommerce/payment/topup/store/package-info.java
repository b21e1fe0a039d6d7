/** The top_up table. */
@NullMarked
package io.microecommerce.payment.topup.store;

import org.jspecify.annotations.NullMarked;
