package io.microecommerce.api.order;

import io.microecommerce.api.TryPhase;
import io.microecommerce.api.error.Refusal;

/** The order's part in a payment. */
public interface OrderPaymentFacade {

    /**
     * Idempotent.
     *
     * @throws Refusal {@code ORDER_NOT_FOUND}, also for somebody else's
     */
    PayableOrderView payable(String customerId, String orderId) throws Refusal;

    /**
     * The Try of the order participant: PENDING_PAYMENT to PAYING. It must be called inside a global transaction and never
     * retried by the transport: a retry registers a second branch. Confirm and Cancel come from the TC.
     *
     * @throws Refusal {@code ORDER_NOT_FOUND}, {@code ORDER_ALREADY_PAID}, {@code ORDER_CANCELLED}, {@code
     *     PAYMENT_WINDOW_CLOSED}, {@code ORDER_CHANGED}; {@code ORDER_HELD_BY_EARLIER_ATTEMPT} may succeed later
     */
    @TryPhase
    void hold(HoldOrderCommand command) throws Refusal;
}
