/** The order's and the stock's branch, over Dubbo. */
@NullMarked
package io.microecommerce.payment.pay.remote;

import org.jspecify.annotations.NullMarked;
