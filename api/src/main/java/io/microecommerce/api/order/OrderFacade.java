package io.microecommerce.api.order;

import io.microecommerce.api.error.Refusal;
import org.jspecify.annotations.Nullable;

/** A customer's orders. Both creations are idempotent by their key and may be retried. */
public interface OrderFacade {

    /**
     * Orders lines of the cart; they leave the cart once the order stands.
     *
     * @throws Refusal {@code CART_EMPTY}, {@code CART_ITEM_NOT_FOUND} for a named line that is not in the cart, {@code
     *     SKU_NOT_FOR_SALE}, {@code IDEMPOTENCY_KEY_REUSED}
     */
    OrderView createFromCart(OrderFromCartCommand command) throws Refusal;

    /** @throws Refusal {@code SKU_NOT_FOUND}, {@code SKU_NOT_FOR_SALE}, {@code IDEMPOTENCY_KEY_REUSED} */
    OrderView createFromProduct(OrderFromProductCommand command) throws Refusal;

    /** @throws Refusal {@code ORDER_NOT_FOUND}, also for somebody else's */
    OrderView order(String customerId, String orderId) throws Refusal;

    /**
     * The newest first.
     *
     * @param cursor {@link OrderPage#next()} of the page before; null for the first
     * @param size 1 to {@link io.microecommerce.api.Limits#MAX_PAGE_SIZE}
     */
    OrderPage orders(String customerId, @Nullable String cursor, int size) throws Refusal;

    /**
     * Cancels an order that is not paid; cancelling a cancelled one changes nothing.
     *
     * @throws Refusal {@code ORDER_NOT_FOUND}, {@code ORDER_ALREADY_PAID}, {@code ORDER_IN_PAYMENT}
     */
    OrderView cancel(String customerId, String orderId) throws Refusal;
}
