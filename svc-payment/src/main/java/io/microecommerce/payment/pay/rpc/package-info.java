/** What the gateway calls. */
@NullMarked
package io.microecommerce.payment.pay.rpc;

import org.jspecify.annotations.NullMarked;
