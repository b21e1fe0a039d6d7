package io.microecommerce.order;

import io.microecommerce.service.tcc.ParticipantTestbed;

/** The service as all tests of this module run it: with PostgreSQL and the TC, without RocketMQ. */
public final class OrderService {

    private OrderService() {}

    public static ParticipantTestbed testbed() {
        return ParticipantTestbed.of("svc-order", OrderApplication.class)
                .with("rocketmq.consumer.listeners.svc-order-payment-window.order-timers", "false")
                .with("rocketmq.consumer.listeners.svc-order-staff-notification.order-events", "false")
                // There is no registry to find them in; nobody listens there.
                .with("dubbo.reference.io.microecommerce.api.cart.CartFacade.url", "tri://127.0.0.1:9")
                .with("dubbo.reference.io.microecommerce.api.product.CatalogFacade.url", "tri://127.0.0.1:9")
                // A test that needs a sweep calls it.
                .with("shop.order.sweep-interval", "1h");
    }
}
