/** The transactional message OrderRefunded. */
@NullMarked
package io.microecommerce.payment.refund.mq;

import org.jspecify.annotations.NullMarked;
