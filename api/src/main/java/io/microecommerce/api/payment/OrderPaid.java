package io.microecommerce.api.payment;

import io.microecommerce.api.money.Money;
import java.io.Serializable;

/**
 * An order is paid. Sent as a transactional message on {@link #TOPIC} under {@link #TAG}; a consumer applies it once,
 * whatever the number of deliveries, by {@code paymentId}.
 *
 * @param paymentId the event's identity: one payment is paid once
 * @param attempt the attempt that sent this half message, from 1; not part of the identity
 * @param customerId who paid
 * @param amount what was paid
 */
public record OrderPaid(String paymentId, int attempt, String orderId, String customerId, Money amount)
        implements Serializable {

    public static final String TOPIC = "order-events";
    public static final String TAG = "OrderPaid";
}
