/** Staff notifications and their mails in PostgreSQL. */
@NullMarked
package io.microecommerce.order.notification.store;

import org.jspecify.annotations.NullMarked;
