package io.microecommerce.api.product;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next cursor of the next page, null at the end */
public record StockMovementPage(List<Movement> items, @Nullable String next) implements Serializable {

    public StockMovementPage {
        items = List.copyOf(items);
    }

    /**
     * One entry of a SKU's history.
     *
     * @param quantity pieces, negative when they went
     * @param staffId who said so; null for what came with the installation
     * @param orderId whose goods came back; null unless it is a return
     */
    public record Movement(
            String id,
            MoveStockCommand.Kind kind,
            long quantity,
            String reason,
            @Nullable String staffId,
            Instant createdAt,
            @Nullable String orderId)
            implements Serializable {}
}
