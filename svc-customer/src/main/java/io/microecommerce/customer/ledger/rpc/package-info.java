/** The ledgers for the other services, over Dubbo. */
@NullMarked
package io.microecommerce.customer.ledger.rpc;

import org.jspecify.annotations.NullMarked;
