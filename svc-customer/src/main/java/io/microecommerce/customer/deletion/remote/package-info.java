/** The wallet and the orders of somebody who wants to be forgotten, over Dubbo. */
@NullMarked
package io.microecommerce.customer.deletion.remote;

import org.jspecify.annotations.NullMarked;
