/** Customers' money. */
@NullMarked
package io.microecommerce.payment.wallet;

import org.jspecify.annotations.NullMarked;
