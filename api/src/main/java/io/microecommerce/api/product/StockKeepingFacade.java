package io.microecommerce.api.product;

import io.microecommerce.api.error.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What staff do to the stock. The gateway lets only staff reach it. */
public interface StockKeepingFacade {

    /**
     * Enters a receipt, a return or a correction. Idempotent by its key, and may be retried.
     *
     * @return the stock afterwards
     * @throws Refusal {@code SKU_NOT_FOUND}; {@code INSUFFICIENT_STOCK} when a correction takes more than is available; {@code
     *     MORE_THAN_BOUGHT} when more comes back than the order had bought and still has; {@code
     *     IDEMPOTENCY_KEY_REUSED}
     */
    SkuView.StockView move(MoveStockCommand command) throws Refusal;

    /**
     * The newest first.
     *
     * @param cursor {@link StockMovementPage#next()} of the page before; null for the first
     * @throws Refusal {@code SKU_NOT_FOUND}
     */
    StockMovementPage movements(String skuId, @Nullable String cursor, int size) throws Refusal;

    /**
     * From how many pieces on staff are told.
     *
     * @param threshold 0 to {@link MoveStockCommand#MAX_PIECES}; null for the shop's own
     * @throws Refusal {@code SKU_NOT_FOUND}
     */
    void setLowStockThreshold(String skuId, @Nullable Long threshold) throws Refusal;

    /** SKUs of which few are left, the fewest first; at most 100. */
    List<LowStockView> lowStock() throws Refusal;
}
