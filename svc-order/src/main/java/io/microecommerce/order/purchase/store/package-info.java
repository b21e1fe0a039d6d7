/** Orders and their lines in PostgreSQL. */
@NullMarked
package io.microecommerce.order.purchase.store;

import org.jspecify.annotations.NullMarked;
