/** Payments and wallets, and the pay protocol that binds them to orders and stock. */
@NullMarked
package io.microecommerce.payment;

import org.jspecify.annotations.NullMarked;
