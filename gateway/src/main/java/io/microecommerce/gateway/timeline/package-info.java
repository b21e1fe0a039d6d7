/** What happened to an order, told by all services together. */
@NullMarked
package io.microecommerce.gateway.timeline;

import org.jspecify.annotations.NullMarked;
