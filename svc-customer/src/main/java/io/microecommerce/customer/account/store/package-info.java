/** Customers in PostgreSQL. */
@NullMarked
package io.microecommerce.customer.account.store;

import org.jspecify.annotations.NullMarked;
