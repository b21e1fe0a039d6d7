package io.microecommerce.api.order;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.product.ReserveStockCommand;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** What svc-payment reads of an order before it opens a payment. */
public record PayableOrderView(
        String id,
        String customerId,
        OrderStatus status,
        Money total,
        List<ReserveStockCommand.Line> lines,
        Instant payBy)
        implements Serializable {

    public PayableOrderView {
        lines = List.copyOf(lines);
    }
}
