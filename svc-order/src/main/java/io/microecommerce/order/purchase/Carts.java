package io.microecommerce.order.purchase;

import io.microecommerce.api.cart.CartLine;
import java.util.List;

/** The customers' carts. */
public interface Carts {

    /** @throws io.microecommerce.api.error.Refusal {@code SERVICE_UNAVAILABLE} */
    List<CartLine> lines(String customerId);

    /** Takes what was ordered out of the cart if it can; the order stands either way. */
    void take(String customerId, List<CartLine> ordered);
}
