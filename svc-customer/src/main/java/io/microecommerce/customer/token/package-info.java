/** Secrets that a customer carries: random, and known to the database by their hash alone. */
@NullMarked
package io.microecommerce.customer.token;

import org.jspecify.annotations.NullMarked;
