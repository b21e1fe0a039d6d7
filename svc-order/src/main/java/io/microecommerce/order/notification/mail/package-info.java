/** Notifications as e-mail, over SMTP. */
@NullMarked
package io.microecommerce.order.notification.mail;

import org.jspecify.annotations.NullMarked;
