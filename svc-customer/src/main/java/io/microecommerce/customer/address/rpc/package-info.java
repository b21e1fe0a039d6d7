/** Address books for the other services, over Dubbo. */
@NullMarked
package io.microecommerce.customer.address.rpc;

import org.jspecify.annotations.NullMarked;
