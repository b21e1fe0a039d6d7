package io.microecommerce.api.timeline;

import io.microecommerce.api.Limits;
import java.io.Serializable;
import java.util.List;

/**
 * What is asked of one service. Those that do not know the order by its id find their part by the payments and transactions that
 * other services told of.
 *
 * @param forStaff whether names and amounts of others than the order's owner are told, too
 */
public record TimelineQuestion(String orderId, List<String> paymentIds, List<String> xids, boolean forStaff)
        implements Serializable {

    public TimelineQuestion {
        Limits.requireId("order_id", orderId);
        paymentIds = List.copyOf(paymentIds);
        xids = List.copyOf(xids);
    }
}
