/** Passwords and the requests to reset them in PostgreSQL. */
@NullMarked
package io.microecommerce.customer.password.store;

import org.jspecify.annotations.NullMarked;
