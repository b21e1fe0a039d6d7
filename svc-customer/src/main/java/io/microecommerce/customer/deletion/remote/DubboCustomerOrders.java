package io.microecommerce.customer.deletion.remote;

import io.microecommerce.api.order.OrderFacade;
import io.microecommerce.customer.deletion.CustomerOrders;
import org.springframework.stereotype.Component;

/**
 * The orders of svc-order. A failed call goes out as it is: where it is not known whether the addresses are erased, the answer
 * to the customer says so.
 */
@Component
class DubboCustomerOrders implements CustomerOrders {

    private final OrderFacade orders;

    DubboCustomerOrders(OrderFacade orders) {
        this.orders = orders;
    }

    @Override
    public void forget(String customerId) {
        orders.forgetCustomer(customerId);
    }
}
