package io.microecommerce.api.customer;

import io.microecommerce.api.Limits;
import java.io.Serializable;

/**
 * A refund's wish to take back what its payment has earned.
 *
 * @param orderId what was paid for, for whoever reads the story of the order
 */
public record MarkRewardsCommand(String refundId, String paymentId, String orderId) implements Serializable {

    public MarkRewardsCommand {
        Limits.requireId("refund_id", refundId);
        Limits.requireId("payment_id", paymentId);
        Limits.requireId("order_id", orderId);
    }
}
