/** Customers, and what they have earned by paid orders. */
@NullMarked
package io.microecommerce.customer;

import org.jspecify.annotations.NullMarked;
