/** Orders from placing to payment or cancellation: the aggregate, its use cases, and the ports they need. */
@NullMarked
package io.microecommerce.order.purchase;

import org.jspecify.annotations.NullMarked;
