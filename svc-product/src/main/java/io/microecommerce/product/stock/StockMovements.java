package io.microecommerce.product.stock;

import io.microecommerce.api.product.MoveStockCommand;
import java.util.List;

/** What came in, came back and was corrected; every change runs in the caller's transaction. */
public interface StockMovements {

    /** Gives the SKU a stock of no pieces if it has none; one that exists is neither changed nor locked. */
    void open(String skuId);

    /**
     * Writes it down, without touching what is available. Waits for a concurrent one of the same key.
     *
     * @return false if the key was used before, and nothing is changed then
     */
    boolean add(MoveStockCommand command);

    /** What an order had bought of a SKU and still has; nobody else changes that until the transaction ends. */
    long keptBy(String orderId, String skuId);

    StockMovement byKey(String idempotencyKey);

    /**
     * Adds to what is available, or takes off it, and locks the SKU until the transaction ends.
     *
     * @param maxAvailable nothing is added beyond this
     * @return whether the stock stays within these bounds; nothing is changed otherwise
     */
    boolean apply(String skuId, long quantity, long maxAvailable);

    /**
     * The newest first.
     *
     * @param beforeId only those older than this one; {@link Long#MAX_VALUE} for all
     */
    List<StockMovement> newest(String skuId, long beforeId, int limit);
}
