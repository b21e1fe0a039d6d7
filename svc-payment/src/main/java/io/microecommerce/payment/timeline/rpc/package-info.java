/** The timeline over Dubbo. */
@NullMarked
package io.microecommerce.payment.timeline.rpc;

import org.jspecify.annotations.NullMarked;
