/** Sessions in PostgreSQL. */
@NullMarked
package io.microecommerce.customer.session.store;

import org.jspecify.annotations.NullMarked;
