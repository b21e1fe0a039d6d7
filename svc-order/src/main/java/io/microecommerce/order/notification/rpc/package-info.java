/** What the gateway calls to show the staff their notifications. */
@NullMarked
package io.microecommerce.order.notification.rpc;

import org.jspecify.annotations.NullMarked;
