/** The timeline over Dubbo. */
@NullMarked
package io.microecommerce.product.timeline.rpc;

import org.jspecify.annotations.NullMarked;
