package io.microecommerce.order.purchase;

import io.microecommerce.api.order.OrderStatus;
import java.time.Instant;

/**
 * An order that a payment's transaction holds, or has paid; or that a refund's holds, or has refunded.
 *
 * @param since when its status last changed
 */
public record HeldOrder(String orderId, String paymentId, String xid, OrderStatus status, Instant since) {}
