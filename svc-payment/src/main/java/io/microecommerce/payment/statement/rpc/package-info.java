/** What the gateway calls for staff. */
@NullMarked
package io.microecommerce.payment.statement.rpc;

import org.jspecify.annotations.NullMarked;
