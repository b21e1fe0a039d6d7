package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server is down: a clear 503 within seconds, and the same key succeeds once it is back. */
class ServerDownIT {

    private static final String TEE = "tee-red-m";
    private static final Duration CLEAR_WITHIN = Duration.ofSeconds(20);

    private final Shop shop = Shop.open();

    @ParameterizedTest
    @ValueSource(strings = {"svc-payment", "svc-order", "svc-product", "seata-server", "rocketmq-broker"})
    void payingAnswersClearlyAndSucceedsOnceItIsBack(String server) {
        Visitor customer = shop.newCustomer(100_000);
        String orderId = customer.orders(TEE, 1);
        String key = Visitor.newKey();
        shop.platform().kill(server);
        try {
            long began = System.nanoTime();
            Answer down = customer.pays(orderId, key);
            Duration took = Duration.ofNanos(System.nanoTime() - began);

            assertThat(down.status()).as(down.body().toString()).isEqualTo(503);
            assertThat(down.code()).isIn("SERVICE_UNAVAILABLE", "PAYMENT_NOT_COMPLETED", "OUTCOME_UNKNOWN");
            assertThat(took).isLessThan(CLEAR_WITHIN);
            await("/health tells")
                    .atMost(CLEAR_WITHIN)
                    .untilAsserted(() -> shop.anonymous().get("/health").expect(503));
        } finally {
            shop.platform().restart(server);
        }
        await("the same key pays")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> customer.pays(orderId, key).expect(201));
        shop.settles(server + " was down", orderId);
        await("healthy again")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> shop.anonymous().get("/health").expect(200));
    }

    @Test
    void withoutRedisOnlyTheCartIsGone() {
        Visitor customer = shop.newCustomer(100_000);
        String orderId = customer.orders(TEE, 1);
        shop.platform().kill("redis");

        assertThat(customer.get("/api/v1/cart_item").expect(503).code()).isEqualTo("SERVICE_UNAVAILABLE");
        customer.get("/api/v1/sku/" + TEE).expect(200);
        customer.pays(orderId, Visitor.newKey()).expect(201);

        shop.platform().restart("redis");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> customer.get("/api/v1/cart_item").expect(200));
        shop.settles("Redis was down", orderId);
    }

    @Test
    void whatPostgresAcknowledgedSurvivesItsDeath() {
        Visitor customer = shop.newCustomer(100_000);
        String orderId = customer.orders(TEE, 1);
        customer.pays(orderId, Visitor.newKey()).expect(201);

        shop.platform().kill("postgres");
        assertThat(customer.get("/api/v1/order/" + orderId).status()).isEqualTo(503);
        shop.platform().restart("postgres");

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        customer.get("/api/v1/order/" + orderId).expect(200).text("/status"))
                .isEqualTo("PAID"));
        shop.settles("PostgreSQL was killed", orderId);
    }

    @Test
    void whatTheBrokerAcknowledgedSurvivesItsDeath() {
        Visitor customer = shop.newCustomer(100_000);
        String orderId = customer.orders(TEE, 1);
        shop.platform().stop("svc-customer");
        customer.pays(orderId, Visitor.newKey()).expect(201);

        shop.platform().kill("rocketmq-broker");
        shop.platform().restart("rocketmq-broker");
        shop.platform().restart("svc-customer");

        shop.settles("the broker was killed with an event undelivered", orderId);
    }
}
