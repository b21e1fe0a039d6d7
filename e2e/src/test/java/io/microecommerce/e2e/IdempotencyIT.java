package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same key and body give the same answer; with another body, 409. */
class IdempotencyIT {

    private static final String TEE = "tee-red-m";
    private static final int REPEATS = 100;

    private final Shop shop = Shop.open();

    @Test
    void theSameKeyPaysOnce() {
        Visitor customer = shop.newCustomer(100_000);
        String orderId = customer.orders(TEE, 1);
        String key = Visitor.newKey();

        Answer first = customer.pays(orderId, key).expect(201);
        Answer second = customer.pays(orderId, key).expect(201);

        assertThat(second.text("/id")).isEqualTo(first.text("/id"));
        shop.settles("the same key twice", orderId);
        assertThat(customer.get("/api/v1/customer/me/balance").number("/available/minor"))
                .isEqualTo(91_100);
    }

    @Test
    void aHundredRepeatsAtOnceMakeOneOrderAndOnePayment() {
        shop.books().receive(TEE, 10);
        Visitor customer = shop.newCustomer(100_000);
        String orderKey = Visitor.newKey();
        String paymentKey = Visitor.newKey();

        List<String> orders = atOnce(REPEATS, () -> customer.post(
                        "/api/v1/order/product", "{\"sku_id\":\"" + TEE + "\",\"quantity\":1}", orderKey)
                .expect(201)
                .text("/id"));
        String orderId = orders.get(0);
        List<Answer> payments = atOnce(REPEATS, () -> customer.pays(orderId, paymentKey));

        assertThat(orders).containsOnly(orderId);
        // On a busy machine the outcome may not be known in time; it is never a refusal.
        assertThat(payments).extracting(Answer::status).containsAnyOf(201).isSubsetOf(201, 202);
        assertThat(payments)
                .extracting(payment -> payment.text("/id"))
                .containsOnly(payments.get(0).text("/id"));
        shop.settles("a hundred repeats at once", orderId);
        assertThat(shop.books().number("shop_payment", "SELECT count(*) FROM payment WHERE order_id = ?", orderId))
                .isEqualTo(1);
        assertThat(shop.books()
                        .number("shop_order", "SELECT count(*) FROM orders WHERE customer_id = ?", customer.id()))
                .isEqualTo(1);
        assertThat(customer.get("/api/v1/customer/me/balance").number("/available/minor"))
                .isEqualTo(91_100);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        Visitor customer = shop.newCustomer(100_000);
        String key = Visitor.newKey();
        customer.post("/api/v1/order/product", "{\"sku_id\":\"" + TEE + "\",\"quantity\":1}", key)
                .expect(201);

        Answer other = customer.post("/api/v1/order/product", "{\"sku_id\":\"" + TEE + "\",\"quantity\":2}", key);

        assertThat(other.expect(409).code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        String first = customer.orders(TEE, 1);
        String second = customer.orders(TEE, 1);
        String paymentKey = Visitor.newKey();
        customer.pays(first, paymentKey).expect(201);
        assertThat(customer.pays(second, paymentKey).expect(409).code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aPaidOrderIsNotPaidAgainUnderAnotherKey() {
        Visitor customer = shop.newCustomer(100_000);
        String orderId = customer.orders(TEE, 1);
        customer.pays(orderId, Visitor.newKey()).expect(201);

        assertThat(customer.pays(orderId, Visitor.newKey()).expect(409).code()).isEqualTo("ORDER_ALREADY_PAID");
        assertThat(customer.post("/api/v1/order/" + orderId + "/cancel", "{}")
                        .expect(409)
                        .code())
                .isEqualTo("ORDER_ALREADY_PAID");
    }

    private static <T> List<T> atOnce(int times, Supplier<T> call) {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            return IntStream.range(0, times)
                    .mapToObj(i -> CompletableFuture.supplyAsync(call, threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            threads.shutdown();
        }
    }
}
