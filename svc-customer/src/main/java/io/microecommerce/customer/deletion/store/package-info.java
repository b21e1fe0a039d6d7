/** What is left of a forgotten customer in PostgreSQL. */
@NullMarked
package io.microecommerce.customer.deletion.store;

import org.jspecify.annotations.NullMarked;
