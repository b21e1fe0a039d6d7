/** This service's part of an order's timeline: what was reserved, sold and released, and fences. */
@NullMarked
package io.microecommerce.product.timeline;

import org.jspecify.annotations.NullMarked;
