package io.microecommerce.cart.line;

import io.microecommerce.api.cart.CartLine;
import io.microecommerce.api.error.Refusal;
import java.util.List;

/** All carts. Each method happens as a whole or not at all, whoever else is at the same cart. */
public interface Carts {

    /** In the order in which the lines were first added; empty for a customer without a cart. */
    List<CartLine> lines(String customerId);

    /**
     * Adds pieces to a line, opening it if need be.
     *
     * @return the quantity afterwards
     * @throws Refusal {@code CART_FULL}, or {@code INVALID_FIELD} when the line would exceed its most pieces
     */
    int add(String customerId, CartLine line);

    /** @return false, and nothing is changed, when the cart has no such line */
    boolean change(String customerId, CartLine line);

    /** @return false when the cart has no such line */
    boolean remove(String customerId, String skuId);

    /** Closes every line. */
    void clear(String customerId);

    /** Subtracts quantities, and closes the lines of which nothing is left; what is not there is passed over. */
    void take(String customerId, List<CartLine> ordered);
}
