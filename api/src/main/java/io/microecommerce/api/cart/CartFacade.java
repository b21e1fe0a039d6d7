package io.microecommerce.api.cart;

import io.microecommerce.api.error.Refusal;
import java.util.List;

/** A customer's cart. It lives in Redis and may be lost by a crash; no order or payment depends on it. */
public interface CartFacade {

    /** The lines in the order in which they were first added. */
    List<CartItemView> items(String customerId) throws Refusal;

    /** The lines as they are stored, neither priced nor checked. */
    List<CartLine> lines(String customerId) throws Refusal;

    /**
     * Adds pieces to a line, opening it if need be. Not idempotent: never retried by the transport.
     *
     * @return the line afterwards
     * @throws Refusal {@code SKU_NOT_FOUND}, {@code SKU_NOT_FOR_SALE}, {@code CART_FULL}, {@code INVALID_FIELD} when the line
     *     would exceed {@link io.microecommerce.api.Limits#MAX_QUANTITY}
     */
    CartItemView add(String customerId, CartLine line) throws Refusal;

    /**
     * Sets the quantity of a line that exists.
     *
     * @throws Refusal {@code CART_ITEM_NOT_FOUND}
     */
    CartItemView change(String customerId, CartLine line) throws Refusal;

    /** @throws Refusal {@code CART_ITEM_NOT_FOUND} */
    void remove(String customerId, String skuId) throws Refusal;

    /** Empties the cart. Idempotent. */
    void clear(String customerId) throws Refusal;

    /** Takes what was ordered out of the cart; pieces added since then stay. */
    void take(String customerId, List<CartLine> ordered) throws Refusal;
}
