package io.microecommerce.order;

import io.microecommerce.service.tcc.ParticipantTestbed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The service as all tests of this module run it: with PostgreSQL and the TC, without RocketMQ. */
public final class OrderService {

    /** Where the service looks for a mail server; a test starts one there. */
    public static final int SMTP_PORT = freePort();

    public static final String MAIL_FROM = "shop@example.com";

    private OrderService() {}

    public static ParticipantTestbed testbed() {
        return ParticipantTestbed.of("svc-order", OrderApplication.class)
                .with("rocketmq.consumer.listeners.svc-order-payment-window.order-timers", "false")
                .with("rocketmq.consumer.listeners.svc-order-staff-notification.order-events", "false")
                .with("rocketmq.consumer.listeners.svc-order-refund-notification.order-events", "false")
                // There is no registry to find them in; nobody listens there.
                .with("dubbo.reference.io.microecommerce.api.cart.CartFacade.url", "tri://127.0.0.1:9")
                .with("dubbo.reference.io.microecommerce.api.customer.AddressFacade.url", "tri://127.0.0.1:9")
                .with("dubbo.reference.io.microecommerce.api.product.CatalogFacade.url", "tri://127.0.0.1:9")
                .with("SMTP_HOST", "127.0.0.1")
                .with("SMTP_PORT", String.valueOf(SMTP_PORT))
                .with("SMTP_STARTTLS", "false")
                .with("STAFF_MAIL", "packing@example.com, office@example.com")
                .with("MAIL_FROM", MAIL_FROM)
                // A test that needs a sweep, a purge or a round of the post calls it.
                .with("shop.order.sweep-interval", "1h")
                .with("shop.order.mail-interval", "1h")
                .with("shop.idempotency.purge-interval", "1h");
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
