/** Wiring, one class a concern. */
@NullMarked
package io.microecommerce.payment.config;

import org.jspecify.annotations.NullMarked;
