/** What the gateway calls for staff. */
@NullMarked
package io.microecommerce.payment.audit.rpc;

import org.jspecify.annotations.NullMarked;
