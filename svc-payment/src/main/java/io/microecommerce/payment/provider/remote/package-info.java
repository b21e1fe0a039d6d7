/** The provider, WeChat Pay, by its own SDK; and svc-order, for what the staff are to hear. */
@NullMarked
package io.microecommerce.payment.provider.remote;

import org.jspecify.annotations.NullMarked;
