/** What other services and the gateway call: the order facades. */
@NullMarked
package io.microecommerce.order.purchase.rpc;

import org.jspecify.annotations.NullMarked;
