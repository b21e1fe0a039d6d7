/** The tables of the provider's trades, events and refunds. */
@NullMarked
package io.microecommerce.payment.provider.store;

import org.jspecify.annotations.NullMarked;
