/** The branches of a refund in the other services, over Dubbo. */
@NullMarked
package io.microecommerce.payment.refund.remote;

import org.jspecify.annotations.NullMarked;
