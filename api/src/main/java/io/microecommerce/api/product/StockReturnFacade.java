package io.microecommerce.api.product;

import io.microecommerce.api.TryPhase;
import io.microecommerce.api.error.Refusal;

/** The stock's part in a refund of goods that were not shipped; shipped goods are no part of a refund. */
public interface StockReturnFacade {

    /**
     * The Try of the stock participant: what the payment's transaction has sold is SOLD to RETURNING. It must be called inside a
     * global transaction and never retried by the transport: a retry registers a second branch. Confirm and Cancel come from the
     * TC; only Confirm makes the pieces available again.
     *
     * @throws Refusal {@code ORDER_REFUNDED}; {@code ORDER_HELD_BY_EARLIER_ATTEMPT} may succeed later; nothing is then held
     */
    @TryPhase
    void giveBack(ReturnStockCommand command) throws Refusal;
}
