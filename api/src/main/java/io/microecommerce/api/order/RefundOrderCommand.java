package io.microecommerce.api.order;

import io.microecommerce.api.Limits;
import java.io.Serializable;

/**
 * @param paymentId the payment that paid the order, and that is given back
 * @param from what the order was when the refund was prepared, PAID, SHIPPED or COMPLETED: the goods come back to the stock if
 *     they have not left, so the order must still be that
 * @param byCustomer whether its customer asks, who may do so until it is shipped; else the staff
 */
public record RefundOrderCommand(
        String orderId, String paymentId, String refundId, OrderStatus from, boolean byCustomer)
        implements Serializable {

    public RefundOrderCommand {
        Limits.requireId("order_id", orderId);
        Limits.requireId("payment_id", paymentId);
        Limits.requireId("refund_id", refundId);
    }
}
