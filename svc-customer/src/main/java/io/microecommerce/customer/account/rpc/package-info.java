/** Customers for the other services, over Dubbo. */
@NullMarked
package io.microecommerce.customer.account.rpc;

import org.jspecify.annotations.NullMarked;
