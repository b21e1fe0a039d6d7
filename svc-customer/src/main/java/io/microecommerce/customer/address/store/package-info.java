/** Address books in PostgreSQL. */
@NullMarked
package io.microecommerce.customer.address.store;

import org.jspecify.annotations.NullMarked;
