/** The pay protocol: one row in payment is the durable decision, and everything here moves it or asks it. */
@NullMarked
package io.microecommerce.payment.pay;

import org.jspecify.annotations.NullMarked;
