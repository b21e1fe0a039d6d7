/** The wallet tables. */
@NullMarked
package io.microecommerce.payment.wallet.store;

import org.jspecify.annotations.NullMarked;
