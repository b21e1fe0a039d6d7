package io.microecommerce.order.purchase;

import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.DeliveryChoice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends an order elsewhere, as long as it has not been shipped. */
public class RedirectOrder {

    private static final Logger log = LoggerFactory.getLogger(RedirectOrder.class);

    private final Orders orders;
    private final Destinations destinations;

    public RedirectOrder(Orders orders, Destinations destinations) {
        this.orders = orders;
        this.destinations = destinations;
    }

    /** @throws Refusal as {@link io.microecommerce.api.order.OrderFacade#redirect} documents; {@code SERVICE_UNAVAILABLE} */
    public Order redirect(String customerId, String orderId, DeliveryChoice delivery) {
        requireRedirectable(customerId, orderId);
        PostalAddress address = destinations.ofRedirection(customerId, delivery);
        if (!orders.redirect(orderId, customerId, address)) {
            requireRedirectable(customerId, orderId);
            throw new IllegalStateException("Order " + orderId + " can be redirected and was not");
        }
        log.info("Order {} redirected", orderId);
        return orders.find(orderId).orElseThrow(() -> Order.notFound(orderId));
    }

    private void requireRedirectable(String customerId, String orderId) {
        Order order = orders.find(orderId).orElseThrow(() -> Order.notFound(orderId));
        order.requireOwnedBy(customerId);
        order.requireCanBeRedirected();
    }
}
