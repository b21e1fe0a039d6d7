package io.microecommerce.api.order;

import io.microecommerce.api.TryPhase;
import io.microecommerce.api.error.Refusal;

/** The order's part in a refund. */
public interface OrderRefundFacade {

    /**
     * Idempotent. Whoever asks may see everybody's orders.
     *
     * @throws Refusal {@code ORDER_NOT_FOUND}
     */
    RefundableOrderView refundable(String orderId) throws Refusal;

    /**
     * The Try of the order participant: PAID, SHIPPED or COMPLETED to REFUNDING. It must be called inside a global transaction and
     * never retried by the transport: a retry registers a second branch. Confirm and Cancel come from the TC.
     *
     * @throws Refusal {@code ORDER_NOT_FOUND}, {@code ORDER_NOT_PAID}, {@code ORDER_REFUNDED}, {@code ORDER_CHANGED} if it is
     *     not any more what the command says, {@code ORDER_ALREADY_SHIPPED} to the customer; {@code
     *     ORDER_HELD_BY_EARLIER_ATTEMPT} may succeed later
     */
    @TryPhase
    void refund(RefundOrderCommand command) throws Refusal;
}
