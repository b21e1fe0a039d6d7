package io.microecommerce.product.stock;

import io.microecommerce.product.stock.StockReservation.Line;
import java.util.List;

/** The stock as reservations change it; every method runs in the caller's transaction. */
public interface StockLedger {

    /** Writes down the reservation as HELD, without touching what is available. */
    void recordHeld(StockReservation reservation);

    /**
     * Takes pieces off what is available, and locks the SKU until the transaction ends.
     *
     * @return whether so many were available; nothing is changed otherwise
     */
    boolean take(Line line);

    void giveBack(Line line);

    /** Whether another transaction holds pieces of the SKU for the same order: an earlier attempt whose Cancel is to come. */
    boolean heldByEarlierAttempt(StockReservation reservation, Line line);

    /**
     * Moves what this transaction holds, and nobody else's, from HELD to SOLD.
     *
     * @return how many SKUs that were
     */
    int markSold(String xid);

    /**
     * Moves what this transaction holds, and nobody else's, from HELD to RELEASED.
     *
     * @return what was held, in the order of the SKU ids
     */
    List<Line> markReleased(String xid);

    /**
     * Moves what the payment's transaction has sold from SOLD to RETURNING, held by the refund's transaction.
     *
     * @return how many SKUs that were
     */
    int markReturning(String paymentXid, String refundXid);

    /** Whether a refund has returned what the payment's transaction had sold. */
    boolean returned(String paymentXid);

    /** Whether a refund's transaction holds pieces that the payment's transaction has sold. */
    boolean returning(String paymentXid);

    /**
     * Moves what the refund's transaction holds from RETURNING to RETURNED.
     *
     * @return what was held, in the order of the SKU ids
     */
    List<Line> markReturned(String refundXid);

    /**
     * Moves what the refund's transaction holds from RETURNING back to SOLD.
     *
     * @return how many SKUs that were
     */
    int markSoldAgain(String refundXid);
}
