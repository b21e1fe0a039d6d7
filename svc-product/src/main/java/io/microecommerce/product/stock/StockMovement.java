package io.microecommerce.product.stock;

import io.microecommerce.api.product.MoveStockCommand;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Pieces that came in or came back, or a correction; never changed afterwards.
 *
 * @param id grows with time
 * @param quantity pieces, negative when they went
 * @param staffId who said so; null for what came with the installation
 * @param orderId whose goods came back; null unless it is a return
 */
public record StockMovement(
        long id,
        String skuId,
        MoveStockCommand.Kind kind,
        long quantity,
        String reason,
        @Nullable String staffId,
        Instant createdAt,
        @Nullable String orderId) {

    boolean isOf(MoveStockCommand command) {
        return skuId.equals(command.skuId())
                && kind == command.kind()
                && quantity == command.quantity()
                && reason.equals(command.reason())
                && Objects.equals(orderId, command.orderId())
                && command.staffId().equals(staffId);
    }
}
