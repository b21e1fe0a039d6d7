package io.microecommerce.api.product;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.Refusal;
import java.io.Serializable;
import java.util.List;

/** @param lines what to reserve; the same SKU may stand in several lines and is then added up */
public record ReserveStockCommand(String orderId, List<Line> lines) implements Serializable {

    public ReserveStockCommand {
        Limits.requireId("order_id", orderId);
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > Limits.MAX_LINES) {
            throw Refusal.invalid("lines", "must be 1 to " + Limits.MAX_LINES);
        }
    }

    /** @param quantity pieces, 1 to {@link Limits#MAX_QUANTITY} */
    public record Line(String skuId, int quantity) implements Serializable {
        public Line {
            Limits.requireId("sku_id", skuId);
            Limits.requireQuantity(quantity);
        }
    }
}
