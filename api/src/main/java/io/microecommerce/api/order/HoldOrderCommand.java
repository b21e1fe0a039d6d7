package io.microecommerce.api.order;

import io.microecommerce.api.Limits;
import io.microecommerce.api.money.Money;
import java.io.Serializable;

/** @param amount what the customer is about to pay; it must equal the order's total */
public record HoldOrderCommand(String orderId, String paymentId, String customerId, Money amount)
        implements Serializable {

    public HoldOrderCommand {
        Limits.requireId("order_id", orderId);
        Limits.requireId("payment_id", paymentId);
    }
}
