/** This service's part of an order's timeline: the order's history, its notification, deliveries and fences. */
@NullMarked
package io.microecommerce.order.timeline;

import org.jspecify.annotations.NullMarked;
