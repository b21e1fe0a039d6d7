package io.microecommerce.payment.pay;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.PayableOrderView;

/** svc-order, as the protocol needs it. */
public interface OrderBranch {

    PayableOrderView payable(String customerId, String orderId) throws Refusal;

    /** The Try of the order; the XID must be bound. */
    void hold(PayAttempt attempt) throws Refusal;
}
