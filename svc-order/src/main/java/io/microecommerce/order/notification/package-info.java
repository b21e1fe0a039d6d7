/** What the staff are told, in a list and by mail. */
@NullMarked
package io.microecommerce.order.notification;

import org.jspecify.annotations.NullMarked;
