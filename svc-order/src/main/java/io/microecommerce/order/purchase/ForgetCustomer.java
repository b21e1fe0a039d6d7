package io.microecommerce.order.purchase;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases where a customer's orders went. What was bought and paid stays, under an id that leads to nobody. */
public class ForgetCustomer {

    private static final Logger log = LoggerFactory.getLogger(ForgetCustomer.class);

    private final Orders orders;

    public ForgetCustomer(Orders orders) {
        this.orders = orders;
    }

    /** @throws Refusal {@code CUSTOMER_HAS_OPEN_ORDERS} */
    public void forget(String customerId) {
        if (!orders.forget(customerId)) {
            throw new Refusal(
                    ErrorCode.CUSTOMER_HAS_OPEN_ORDERS,
                    "An order is neither completed nor cancelled; wait for its end, or cancel it if it is not paid.");
        }
        log.info("Addresses in the orders of customer {} erased", customerId);
    }
}
