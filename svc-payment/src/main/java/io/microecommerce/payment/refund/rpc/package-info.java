/** What the gateway calls. */
@NullMarked
package io.microecommerce.payment.refund.rpc;

import org.jspecify.annotations.NullMarked;
