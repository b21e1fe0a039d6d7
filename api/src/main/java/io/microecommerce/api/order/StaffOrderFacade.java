package io.microecommerce.api.order;

import io.microecommerce.api.error.Refusal;
import org.jspecify.annotations.Nullable;

/** Everybody's orders, for staff. The gateway lets only staff reach it. */
public interface StaffOrderFacade {

    /** @throws Refusal {@code ORDER_NOT_FOUND} */
    OrderView order(String orderId) throws Refusal;

    /**
     * The newest first.
     *
     * @param customerId null for everybody's
     * @param cursor {@link OrderPage#next()} of the page before, with the same filter; null for the first
     */
    OrderPage orders(@Nullable String customerId, OrderFilter filter, @Nullable String cursor, int size) throws Refusal;

    /**
     * PAID to SHIPPED; the same shipment again changes nothing.
     *
     * @throws Refusal {@code ORDER_NOT_FOUND}, {@code ORDER_NOT_PAID}, {@code ORDER_WITHOUT_ADDRESS}, {@code
     *     ORDER_ALREADY_SHIPPED} with another carrier or number, {@code ORDER_CANCELLED}
     */
    OrderView ship(ShipOrderCommand command) throws Refusal;

    /**
     * SHIPPED to COMPLETED; completing a completed one changes nothing.
     *
     * @throws Refusal {@code ORDER_NOT_FOUND}, {@code ORDER_NOT_SHIPPED}, {@code ORDER_CANCELLED}
     */
    OrderView complete(String orderId, String staffId) throws Refusal;
}
