/** The events that the staff are told of. */
@NullMarked
package io.microecommerce.order.notification.mq;

import org.jspecify.annotations.NullMarked;
