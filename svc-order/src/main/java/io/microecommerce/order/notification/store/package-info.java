/** Staff notifications in PostgreSQL. */
@NullMarked
package io.microecommerce.order.notification.store;

import org.jspecify.annotations.NullMarked;
