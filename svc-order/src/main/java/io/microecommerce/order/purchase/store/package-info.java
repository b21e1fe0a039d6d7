/** Orders, their lines and their history in PostgreSQL. */
@NullMarked
package io.microecommerce.order.purchase.store;

import org.jspecify.annotations.NullMarked;
