/** What is called to show the staff their notifications, and to have them told something. */
@NullMarked
package io.microecommerce.order.notification.rpc;

import org.jspecify.annotations.NullMarked;
