package io.microecommerce.payment.pay;

import io.microecommerce.api.order.PayableOrderView;

/**
 * One run of the protocol.
 *
 * @param payment as it was opened or taken over
 * @param order as it was read for this run
 */
public record PayAttempt(Payment payment, PayableOrderView order, PaySteps.Progress progress) {}
