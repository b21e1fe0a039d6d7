/** The timeline over Dubbo. */
@NullMarked
package io.microecommerce.order.timeline.rpc;

import org.jspecify.annotations.NullMarked;
