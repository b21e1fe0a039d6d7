package io.microecommerce.api.product;

import io.microecommerce.api.Limits;
import io.microecommerce.api.branch.Xids;
import java.io.Serializable;

/** @param paymentXid the global transaction under which the pieces were reserved and sold */
public record ReturnStockCommand(String orderId, String paymentXid) implements Serializable {

    public ReturnStockCommand {
        Limits.requireId("order_id", orderId);
        Xids.require(paymentXid);
    }
}
