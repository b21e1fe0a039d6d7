/** What the staff are told of orders. */
@NullMarked
package io.microecommerce.order.notification;

import org.jspecify.annotations.NullMarked;
