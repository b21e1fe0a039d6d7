package io.microecommerce.payment.refund;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.RefundableOrderView;

/** The other services, as a refund needs them. Of each Try the XID must be bound. */
public interface RefundBranches {

    RefundableOrderView order(String orderId) throws Refusal;

    /** The Try of the order. */
    void holdOrder(Refund refund) throws Refusal;

    /** The Try of the stock; only goods that have not left take part. */
    void returnStock(Refund refund) throws Refusal;

    /** The Try of the rewards. */
    void markRewards(Refund refund) throws Refusal;
}
