/** Payments, wallets, and the event that says an order is paid. */
@NullMarked
package io.microecommerce.api.payment;

import org.jspecify.annotations.NullMarked;
