package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Json;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of some SKUs one customer may have only so many, however they try. */
class PurchaseLimitIT {

    private static final int LIMIT = 2;

    private final Shop shop = Shop.open();
    private final Visitor staff = shop.logIn(Shop.STAFF);
    private final String sku = staff.offers(1_000, 50, LIMIT);
    private final Visitor customer = shop.newCustomer(10_000);

    @Test
    void theLimitIsShownAndCountsOverAllOrders() {
        assertThat(customer.get("/api/v1/sku/" + sku).number("/limit_per_customer"))
                .isEqualTo(LIMIT);
        requireLimited(order(LIMIT + 1));
        order(1).expect(201);
        requireLimited(order(2));
        String second = order(1).expect(201).text("/id");
        requireLimited(order(1));

        customer.pays(second, Visitor.newKey()).expect(201);
        shop.settles("an order within the limit", second);
        requireLimited(order(1));
        assertThat(shop.newCustomer(0).orders(sku, LIMIT)).isNotBlank();
    }

    @Test
    void aCancelledOrderGivesBack() {
        String orderId = order(LIMIT).expect(201).text("/id");
        requireLimited(order(1));

        customer.cancels(orderId).expect(200);

        order(LIMIT).expect(201);
        requireLimited(order(1));
    }

    @Test
    void ofTwoOrdersAtOnceThatExceedItTogetherOneIsPlaced() {
        List<Answer> answers = Visitor.atOnce(2, i -> order(LIMIT));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 422);
        assertThat(customer.get("/api/v1/order").expect(200).body().at("/items"))
                .hasSize(1);
    }

    @Test
    void manySmallOrdersAtOnceFillItExactly() {
        List<Answer> answers = Visitor.atOnce(8, i -> order(1));

        assertThat(answers).extracting(Answer::status).containsOnly(201, 422);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(LIMIT);
    }

    @Test
    void theCartIsNoWayAroundIt() {
        customer.adds(sku, LIMIT + 1).expect(200);

        requireLimited(customer.post("/api/v1/order/cart", "{}", Visitor.newKey()));

        assertThat(customer.get("/api/v1/cart_item").body().at("/items")).hasSize(1);
        customer.put("/api/v1/cart_item/" + sku, Json.text("quantity", LIMIT)).expect(200);
        customer.post("/api/v1/order/cart", "{}", Visitor.newKey()).expect(201);
        requireLimited(order(1));
    }

    @Test
    void theSameKeyAgainIsNoSecondOrder() {
        String key = Visitor.newKey();
        String body = Json.text("sku_id", sku, "quantity", LIMIT);
        String orderId =
                customer.post("/api/v1/order/product", body, key).expect(201).text("/id");

        assertThat(customer.post("/api/v1/order/product", body, key).expect(201).text("/id"))
                .isEqualTo(orderId);
    }

    @Test
    void aLimitThatStaffSetOrLiftHoldsFromThenOn() {
        String free = staff.offers(1_000, 50);
        customer.orders(free, LIMIT + 1);

        changeLimit(free, LIMIT);
        requireLimited(
                customer.post("/api/v1/order/product", Json.text("sku_id", free, "quantity", 1), Visitor.newKey()));
        changeLimit(free, null);

        customer.orders(free, 1);
    }

    @Test
    void theDemonstrationHasATicketWithALimit() {
        Answer ticket = shop.anonymous().get("/api/v1/sku/concert-ticket-1").expect(200);

        assertThat(ticket.number("/limit_per_customer")).isEqualTo(2);
        assertThat(ticket.number("/price/minor")).isEqualTo(30_000);
    }

    private void changeLimit(String skuId, Integer limit) {
        Map<String, Object> change = Json.sku(skuId, 1_000);
        change.put("limit_per_customer", limit);
        change.put("version", staff.get("/api/v1/sku/" + skuId).number("/version"));
        staff.put("/api/v1/sku/" + skuId, Json.text(change)).expect(200);
    }

    private Answer order(int quantity) {
        return customer.post("/api/v1/order/product", Json.text("sku_id", sku, "quantity", quantity), Visitor.newKey());
    }

    private static void requireLimited(Answer answer) {
        assertThat(answer.expect(422).code()).isEqualTo("SKU_LIMIT_REACHED");
    }
}
