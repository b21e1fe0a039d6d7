package io.microecommerce.api.order;

import io.microecommerce.api.error.Refusal;
import org.jspecify.annotations.Nullable;

/** A customer's orders. Both creations are idempotent by their key and may be retried. */
public interface OrderFacade {

    /**
     * Orders lines of the cart; they leave the cart once the order stands.
     *
     * @throws Refusal {@code CART_EMPTY}, {@code CART_ITEM_NOT_FOUND} for a named line that is not in the cart, {@code
     *     SKU_NOT_FOR_SALE}, {@code SKU_LIMIT_REACHED}, {@code ADDRESS_NOT_FOUND}, {@code IDEMPOTENCY_KEY_REUSED}
     */
    OrderView createFromCart(OrderFromCartCommand command) throws Refusal;

    /**
     * @throws Refusal {@code SKU_NOT_FOUND}, {@code SKU_NOT_FOR_SALE}, {@code SKU_LIMIT_REACHED}, {@code ADDRESS_NOT_FOUND},
     *     {@code IDEMPOTENCY_KEY_REUSED}
     */
    OrderView createFromProduct(OrderFromProductCommand command) throws Refusal;

    /** @throws Refusal {@code ORDER_NOT_FOUND}, also for somebody else's */
    OrderView order(String customerId, String orderId) throws Refusal;

    /**
     * The newest first.
     *
     * @param cursor {@link OrderPage#next()} of the page before, with the same filter; null for the first
     * @param size 1 to {@link io.microecommerce.api.Limits#MAX_PAGE_SIZE}
     */
    OrderPage orders(String customerId, OrderFilter filter, @Nullable String cursor, int size) throws Refusal;

    /**
     * Cancels an order that is not paid; cancelling a cancelled one changes nothing.
     *
     * @throws Refusal {@code ORDER_NOT_FOUND}, {@code ORDER_ALREADY_PAID}, {@code ORDER_IN_PAYMENT}
     */
    OrderView cancel(String customerId, String orderId) throws Refusal;

    /**
     * Sends an order elsewhere, as long as it has not been shipped.
     *
     * @throws Refusal {@code ORDER_NOT_FOUND}, {@code ORDER_ALREADY_SHIPPED}, {@code ORDER_CANCELLED}, {@code
     *     ADDRESS_NOT_FOUND}
     */
    OrderView redirect(String customerId, String orderId, DeliveryChoice delivery) throws Refusal;

    /**
     * Erases the addresses of a customer's orders, for svc-customer when it forgets the customer. Idempotent.
     *
     * @throws Refusal {@code CUSTOMER_HAS_OPEN_ORDERS} while one of them is neither completed nor cancelled
     */
    void forgetCustomer(String customerId) throws Refusal;
}
