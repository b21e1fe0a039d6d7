package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.shop.Json;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Staff hear once each time that few pieces of a SKU are left. */
class LowStockIT {

    private static final Duration TOLD_WITHIN = Duration.ofSeconds(45);

    private final Shop shop = Shop.open();
    private final Visitor staff = shop.logIn(Shop.STAFF);

    @Test
    void staffAreToldOnceEachTimeThatStockFallsToItsThreshold() {
        String sku = staff.offers(1_000, 20);
        threshold(sku, 8);

        lose(sku, 12);
        awaitTold(sku, 1);
        lose(sku, 1);
        // Whoever is told of this one has looked at the first again.
        String later = staff.offers(1_000, 20);
        threshold(later, 8);
        lose(later, 12);
        awaitTold(later, 1);
        assertThat(told(sku)).hasSize(1);
        assertThat(told(sku).get(0).path("text").asString()).contains(sku);

        staff.post("/api/v1/sku/" + sku + "/receipt", "{\"quantity\":10}").expect(201);
        await("it is seen that there is enough again")
                .atMost(TOLD_WITHIN)
                .until(() -> shop.books()
                                .number(
                                        "shop_product",
                                        "SELECT count(*) FROM low_stock_watch WHERE sku_id = ? AND low_since IS NOT NULL",
                                        sku)
                        == 0);
        lose(sku, 10);
        awaitTold(sku, 2);
    }

    @Test
    void staffAreToldWhenSalesTakeStockToItsThreshold() {
        String sku = staff.offers(1_000, 10);
        threshold(sku, 8);
        Visitor customer = shop.newCustomer(10_000);
        String orderId = customer.orders(sku, 2);
        customer.pays(orderId, Visitor.newKey()).expect(201);

        awaitTold(sku, 1);

        shop.settles("a sale that left little", orderId);
    }

    @Test
    void theListOfLowStockGoesByEachSkusThreshold() {
        String sku = staff.offers(1_000, 1);
        threshold(sku, 2);
        assertThat(lowStock()).anySatisfy(low -> {
            assertThat(low.path("sku_id").asString()).isEqualTo(sku);
            assertThat(low.path("available").asLong()).isEqualTo(1);
            assertThat(low.path("threshold").asLong()).isEqualTo(2);
        });

        threshold(sku, 0);
        assertThat(lowStock()).noneMatch(low -> low.path("sku_id").asString().equals(sku));

        threshold(sku, null);
        assertThat(lowStock()).anyMatch(low -> low.path("sku_id").asString().equals(sku));
    }

    private void awaitTold(String sku, int times) {
        await("staff are told of " + sku)
                .atMost(TOLD_WITHIN)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(told(sku)).hasSize(times));
    }

    private List<JsonNode> told(String sku) {
        return staff.notifications("sku_id", sku).stream()
                .filter(notification -> notification.path("kind").asString().equals("LOW_STOCK"))
                .toList();
    }

    private List<JsonNode> lowStock() {
        return staff.get("/api/v1/staff/sku/low_stock")
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .toList();
    }

    private void threshold(String sku, Integer pieces) {
        staff.put("/api/v1/sku/" + sku + "/low_stock_threshold", Json.text("threshold", pieces))
                .expect(204);
    }

    private void lose(String sku, int pieces) {
        staff.post("/api/v1/sku/" + sku + "/correction", Json.text("quantity", -pieces, "reason", "lost"))
                .expect(201);
    }
}
