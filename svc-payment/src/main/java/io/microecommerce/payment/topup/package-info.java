/** Wallets that are filled from outside. */
@NullMarked
package io.microecommerce.payment.topup;

import org.jspecify.annotations.NullMarked;
