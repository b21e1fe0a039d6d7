package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.shop.NacosConfiguration;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Configuration changes while the services run, and orders that nobody pays cancel themselves. */
class UnpaidOrderIT {

    private static final String TEE = "tee-red-m";
    private static final String ORDER_CONFIGURATION = "svc-order.properties";
    private static final String CUSTOMER_CONFIGURATION = "svc-customer.properties";

    private final Shop shop = Shop.open();
    private final NacosConfiguration configuration = new NacosConfiguration(shop.platform());

    @AfterEach
    void putTheConfigurationBack() {
        configuration.publish(ORDER_CONFIGURATION, "shop.order.payment-window=30m");
        configuration.publish(
                CUSTOMER_CONFIGURATION,
                "shop.customer.commission-rate-basis-points=500\nshop.customer.credit-points-per-unit=1");
        // Whatever runs next must not meet a window of seconds.
        Visitor customer = shop.newCustomer(0);
        await("the old window is in force again")
                .atMost(Duration.ofSeconds(30))
                .until(() -> window(customer, customer.orders(TEE, 1)).equals(Duration.ofMinutes(30)));
    }

    @Test
    void thePaymentWindowChangesWhileRunningAndAnUnpaidOrderCancelsItself() {
        Visitor customer = shop.newCustomer(100_000);
        configuration.publish(ORDER_CONFIGURATION, "shop.order.payment-window=5s");
        String[] orderId = new String[1];
        await("the new window is in force").atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            orderId[0] = customer.orders(TEE, 1);
            assertThat(window(customer, orderId[0])).isEqualTo(Duration.ofSeconds(5));
        });

        await("the order cancels itself").atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        customer.get("/api/v1/order/" + orderId[0]).text("/status"))
                .isEqualTo("CANCELLED"));

        assertThat(customer.pays(orderId[0], Visitor.newKey()).expect(409).code())
                .isEqualTo("ORDER_CANCELLED");
        shop.settles("an order that nobody paid", orderId[0]);
    }

    @Test
    void theSweeperCancelsWhatTheTimerMissed() {
        Visitor customer = shop.newCustomer(100_000);
        configuration.publish(ORDER_CONFIGURATION, "shop.order.payment-window=5s");
        await("the new window is in force").atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        window(customer, customer.orders(TEE, 1)))
                .isEqualTo(Duration.ofSeconds(5)));
        shop.platform().kill("rocketmq-broker");
        String orderId;
        try {
            orderId = customer.orders(TEE, 1);
            await("the sweeper cancels it").atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                            customer.get("/api/v1/order/" + orderId).text("/status"))
                    .isEqualTo("CANCELLED"));
        } finally {
            shop.platform().restart("rocketmq-broker");
        }
        shop.settles("an order that only the sweeper could cancel", orderId);
    }

    @Test
    void theCommissionRateChangesWhileRunning() {
        configuration.publish(
                CUSTOMER_CONFIGURATION,
                "shop.customer.commission-rate-basis-points=1000\nshop.customer.credit-points-per-unit=1");
        Visitor alice = shop.logIn(Shop.ALICE);
        Visitor bob = shop.logIn(Shop.BOB);

        await("an order earns the new rate").atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            String orderId = alice.orders(TEE, 1);
            alice.pays(orderId, Visitor.newKey()).expect(201);
            shop.settles("an order at a changed rate", orderId);
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                            bob.get("/api/v1/customer/me/commission").text("/items/0/order_id"))
                    .isEqualTo(orderId));
            assertThat(bob.get("/api/v1/customer/me/commission").number("/items/0/amount/minor"))
                    .isEqualTo(890);
        });
    }

    private static Duration window(Visitor customer, String orderId) {
        var order = customer.get("/api/v1/order/" + orderId).expect(200);
        return Duration.ofSeconds(Math.round(
                Duration.between(Instant.parse(order.text("/created_at")), Instant.parse(order.text("/pay_by")))
                                .toMillis()
                        / 1000.0));
    }
}
