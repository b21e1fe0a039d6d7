package io.microecommerce.customer.deletion;

import io.microecommerce.api.error.Refusal;

/** The orders of a customer. */
public interface CustomerOrders {

    /**
     * Erases where they went. Idempotent.
     *
     * @throws Refusal {@code CUSTOMER_HAS_OPEN_ORDERS}, and then nothing is erased
     */
    void forget(String customerId);
}
