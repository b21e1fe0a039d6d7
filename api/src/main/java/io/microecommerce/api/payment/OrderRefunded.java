package io.microecommerce.api.payment;

import io.microecommerce.api.money.Money;
import java.io.Serializable;

/**
 * An order is refunded. Sent as a transactional message on {@link #TOPIC} under {@link #TAG}; a consumer applies it once, whatever
 * the number of deliveries, by {@code refundId}. The money is in the wallet; through a provider it is on its way.
 *
 * @param refundId the event's identity: one refund is given once
 * @param attempt the attempt that sent this half message, from 1; not part of the identity
 * @param paymentId what is given back, in full
 * @param customerId who had paid
 * @param goodsAreOut whether they had been shipped: the stock gets them back by a receipt, when they come
 */
public record OrderRefunded(
        String refundId,
        int attempt,
        String paymentId,
        String orderId,
        String customerId,
        Money amount,
        boolean goodsAreOut)
        implements Serializable {

    public static final String TOPIC = OrderPaid.TOPIC;
    public static final String TAG = "OrderRefunded";
}
