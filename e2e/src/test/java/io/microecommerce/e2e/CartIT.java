package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Json;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A cart counts right whoever changes it at once, holds what it may, and takes nobody down with it. */
class CartIT {

    private static final int MAX_LINES = 100;
    private static final Duration CLEAR_WITHIN = Duration.ofSeconds(20);

    private final Shop shop = Shop.open();
    private final Visitor staff = shop.logIn(Shop.STAFF);
    private final Visitor customer = shop.newCustomer(100_000);

    @Test
    void whatTwoDevicesAddAtOnceAddsUpExactly() {
        String sku = staff.offers(1_000, 50);
        List<Visitor> devices = List.of(customer, shop.anonymous().withToken(customer.token()));

        List<Answer> answers =
                Visitor.atOnce(20, i -> devices.get(i % 2).adds(sku, i + 1).expect(200));

        assertThat(items()).hasSize(1);
        assertThat(items().get(0).path("quantity").asInt()).isEqualTo(210);
        assertThat(answers).extracting(answer -> answer.number("/quantity")).doesNotHaveDuplicates();
    }

    @Test
    void linesAreChangedRemovedAndCleared() {
        List<String> skus = List.of(staff.offers(1_000, 9), staff.offers(2_000, 9), staff.offers(3_000, 9));
        skus.forEach(sku -> customer.adds(sku, 1).expect(200));

        Answer changed = customer.put("/api/v1/cart_item/" + skus.get(1), "{\"quantity\":5}")
                .expect(200);
        customer.delete("/api/v1/cart_item/" + skus.get(0)).expect(204);

        assertThat(changed.number("/quantity")).isEqualTo(5);
        assertThat(items())
                .extracting(item -> item.path("sku_id").asString())
                .containsExactly(skus.get(1), skus.get(2));
        assertThat(items()).extracting(item -> item.path("quantity").asInt()).containsExactly(5, 1);
        requireRefused(customer.delete("/api/v1/cart_item/" + skus.get(0)), 404, "CART_ITEM_NOT_FOUND");
        requireRefused(
                customer.put("/api/v1/cart_item/" + skus.get(0), "{\"quantity\":1}"), 404, "CART_ITEM_NOT_FOUND");

        customer.delete("/api/v1/cart_item").expect(204);
        customer.delete("/api/v1/cart_item").expect(204);
        assertThat(items()).isEmpty();
    }

    @Test
    void aLineHoldsNoMorePiecesThanItMay() {
        String sku = staff.offers(1_000, 9);
        customer.adds(sku, 998).expect(200);
        customer.adds(sku, 1).expect(200);

        requireRefused(customer.adds(sku, 1), 400, "INVALID_FIELD");
        requireRefused(customer.put("/api/v1/cart_item/" + sku, "{\"quantity\":1000}"), 400, "INVALID_FIELD");
        requireRefused(customer.put("/api/v1/cart_item/" + sku, "{\"quantity\":0}"), 400, "INVALID_FIELD");

        assertThat(items().get(0).path("quantity").asInt()).isEqualTo(999);
    }

    @Test
    void aCartHoldsNoMoreLinesThanItMay() {
        List<String> skus = manySkus(MAX_LINES);
        String oneMore = staff.offers(1_000, 9);
        skus.forEach(sku -> customer.adds(sku, 1).expect(200));

        requireRefused(customer.adds(oneMore, 1), 422, "CART_FULL");

        assertThat(items()).hasSize(MAX_LINES);
        customer.adds(skus.get(0), 1).expect(200);
        customer.delete("/api/v1/cart_item/" + skus.get(0)).expect(204);
        customer.adds(oneMore, 1).expect(200);
    }

    @Test
    void aNewPriceShowsInTheCartAndTheOrderKeepsIts() {
        String sku = staff.offers(1_000, 9);
        customer.adds(sku, 2).expect(200);
        assertThat(items().get(0).at("/price/minor").asLong()).isEqualTo(1_000);
        String before = customer.orders(sku, 1);

        Map<String, Object> change = Json.sku(sku, 1_500);
        change.put("version", staff.get("/api/v1/sku/" + sku).number("/version"));
        staff.put("/api/v1/sku/" + sku, Json.text(change)).expect(200);

        assertThat(items().get(0).at("/price/minor").asLong()).isEqualTo(1_500);
        Answer order =
                customer.post("/api/v1/order/cart", "{}", Visitor.newKey()).expect(201);
        assertThat(order.number("/total/minor")).isEqualTo(3_000);
        assertThat(customer.get("/api/v1/order/" + before).number("/total/minor"))
                .isEqualTo(1_000);
    }

    @Test
    void whileRedisHangsOnlyTheCartIsGone() {
        String sku = staff.offers(1_000, 9);
        customer.adds(sku, 1).expect(200);
        String orderId = customer.orders(sku, 1);

        shop.platform().pause("redis");
        try {
            requireUnavailableSoon(() -> customer.get("/api/v1/cart_item"));
            requireUnavailableSoon(() -> customer.adds(sku, 1));
            shop.anonymous().get("/api/v1/sku/" + sku).expect(200);
            shop.anonymous().get("/api/v1/product?q=tee").expect(200);
            customer.pays(orderId, Visitor.newKey()).expect(201);
        } finally {
            shop.platform().resume("redis");
        }

        await("the cart is back").atMost(Duration.ofSeconds(30)).untilAsserted(() -> customer.get("/api/v1/cart_item")
                .expect(200));
        // What was sent while it hung may have been carried out afterwards.
        assertThat(items().get(0).path("quantity").asInt()).isIn(1, 2);
        await("the cart can be changed").atMost(Duration.ofSeconds(30)).untilAsserted(() -> customer.put(
                        "/api/v1/cart_item/" + sku, "{\"quantity\":3}")
                .expect(200));
        shop.settles("Redis hung", orderId);
    }

    private static void requireUnavailableSoon(Supplier<Answer> call) {
        long began = System.nanoTime();
        Answer answer = call.get();
        Duration took = Duration.ofNanos(System.nanoTime() - began);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(503);
        assertThat(answer.code()).isIn("SERVICE_UNAVAILABLE", "OUTCOME_UNKNOWN");
        assertThat(took).isLessThan(CLEAR_WITHIN);
    }

    /** In stock, so that they are not listed as low. */
    private List<String> manySkus(int count) {
        String id = "test-" + Visitor.newKey();
        List<String> skuIds =
                IntStream.range(0, count).mapToObj(i -> id + "-" + i).toList();
        List<Map<String, Object>> skus = new ArrayList<>();
        for (String skuId : skuIds) {
            Map<String, Object> sku = Json.sku(skuId, 1_000);
            sku.put("opening_stock", 20);
            skus.add(sku);
        }
        Map<String, Object> product = Json.product("Test product of many", "home");
        product.put("id", id);
        product.put("skus", skus);
        Answer imported = staff.send(
                "POST",
                "/api/v1/staff/product/import",
                Json.text(product),
                Map.of("Content-Type", "application/x-ndjson"));
        assertThat(imported.expect(200).number("/created")).isEqualTo(1);
        return skuIds;
    }

    private List<JsonNode> items() {
        return customer.get("/api/v1/cart_item")
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .toList();
    }

    private static void requireRefused(Answer answer, int status, String code) {
        answer.expect(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
