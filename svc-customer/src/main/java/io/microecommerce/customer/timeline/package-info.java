/** This service's part of an order's timeline: credit, commission and deliveries. */
@NullMarked
package io.microecommerce.customer.timeline;

import org.jspecify.annotations.NullMarked;
