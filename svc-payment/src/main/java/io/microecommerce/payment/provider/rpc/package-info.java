/** What the gateway passes on from the provider. */
@NullMarked
package io.microecommerce.payment.provider.rpc;

import org.jspecify.annotations.NullMarked;
