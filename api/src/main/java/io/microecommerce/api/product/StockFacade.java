package io.microecommerce.api.product;

import io.microecommerce.api.TryPhase;
import io.microecommerce.api.error.Refusal;

/** The stock's part in a payment. */
public interface StockFacade {

    /**
     * The Try of the stock participant: every line is reserved, or none. It must be called inside a global transaction and
     * never retried by the transport: a retry registers a second branch. Confirm and Cancel come from the TC.
     *
     * @throws Refusal {@code INSUFFICIENT_STOCK}; {@code ORDER_HELD_BY_EARLIER_ATTEMPT} may succeed
     *     later; nothing is then reserved
     */
    @TryPhase
    void reserve(ReserveStockCommand command) throws Refusal;
}
