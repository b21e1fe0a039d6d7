package io.microecommerce.api.order;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What svc-payment reads of an order before it opens a refund.
 *
 * @param paymentId what paid it or is about to; null if nothing does
 */
public record RefundableOrderView(String id, String customerId, OrderStatus status, @Nullable String paymentId)
        implements Serializable {}
