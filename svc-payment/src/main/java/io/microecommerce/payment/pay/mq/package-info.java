/** The transactional message OrderPaid: its half, its check-back, and the proof that it arrived. */
@NullMarked
package io.microecommerce.payment.pay.mq;

import org.jspecify.annotations.NullMarked;
