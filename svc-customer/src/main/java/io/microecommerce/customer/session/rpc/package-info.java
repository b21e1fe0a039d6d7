/** Sessions for the gateway, over Dubbo. */
@NullMarked
package io.microecommerce.customer.session.rpc;

import org.jspecify.annotations.NullMarked;
