/** What the gateway calls. */
@NullMarked
package io.microecommerce.payment.topup.rpc;

import org.jspecify.annotations.NullMarked;
