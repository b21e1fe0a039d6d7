/** Orders from placing to delivery or cancellation: their transitions, the use cases, and the ports these need. */
@NullMarked
package io.microecommerce.order.purchase;

import org.jspecify.annotations.NullMarked;
