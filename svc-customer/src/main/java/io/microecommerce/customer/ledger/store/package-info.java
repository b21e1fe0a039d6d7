/** Ledger entries in PostgreSQL. */
@NullMarked
package io.microecommerce.customer.ledger.store;

import org.jspecify.annotations.NullMarked;
