/** The timer messages that end an order's payment window. */
@NullMarked
package io.microecommerce.order.purchase.mq;

import org.jspecify.annotations.NullMarked;
