/** The timeline over Dubbo. */
@NullMarked
package io.microecommerce.customer.timeline.rpc;

import org.jspecify.annotations.NullMarked;
