/** The refund table. */
@NullMarked
package io.microecommerce.payment.refund.store;

import org.jspecify.annotations.NullMarked;
