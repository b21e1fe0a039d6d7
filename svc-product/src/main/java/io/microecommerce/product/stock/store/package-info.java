/** Stock in PostgreSQL, where the invariants stand in the statements and constraints themselves. */
@NullMarked
package io.microecommerce.product.stock.store;

import org.jspecify.annotations.NullMarked;
