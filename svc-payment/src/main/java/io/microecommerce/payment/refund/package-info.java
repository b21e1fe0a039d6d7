/** Payments that are given back in full. What {@code payment.pay} is for a payment, this is for its refund. */
@NullMarked
package io.microecommerce.payment.refund;

import org.jspecify.annotations.NullMarked;
