package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Json;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where an order goes: as its customer says, until it is on its way. */
class OrderDeliveryIT {

    private final Shop shop = Shop.open();
    private final Visitor staff = shop.logIn(Shop.STAFF);
    private final String sku = staff.offers(100, 50);
    private final Visitor customer = shop.newCustomer(100_000);

    @Test
    void anOrderTakesThePreferredAddressAndKeepsIt() {
        customer.keepsAddress("Other Street", true);
        String preferred = customer.keepsAddress("Preferred Street", true);
        String orderId = customer.orders(sku, 1);

        customer.put("/api/v1/customer/me/address/" + preferred, Json.text(Json.address("New Street")))
                .expect(200);
        customer.delete("/api/v1/customer/me/address/" + preferred).expect(204);

        Answer order = customer.get("/api/v1/order/" + orderId).expect(200);
        Map<String, Object> placed = Json.address("Preferred Street");
        placed.forEach((name, value) ->
                assertThat(order.text("/shipping_address/" + name)).isEqualTo(value));
    }

    @Test
    void anOrderTakesTheAddressThatItNames() {
        customer.keepsAddress("Preferred Street", true);
        String chosen = customer.keepsAddress("Chosen Street", false);

        assertThat(streetOf(order("address_id", chosen).expect(201))).isEqualTo("Chosen Street");
        assertThat(streetOf(order("address", Json.address("Inline Street")).expect(201)))
                .isEqualTo("Inline Street");
        customer.adds(sku, 1).expect(200);
        assertThat(streetOf(customer.post("/api/v1/order/cart", Json.text("address_id", chosen), Visitor.newKey())
                        .expect(201)))
                .isEqualTo("Chosen Street");
        customer.adds(sku, 1).expect(200);
        assertThat(streetOf(customer.post(
                                "/api/v1/order/cart",
                                Json.text("sku_ids", List.of(sku), "address", Json.address("Inline Street")),
                                Visitor.newKey())
                        .expect(201)))
                .isEqualTo("Inline Street");
        assertThat(customer.get("/api/v1/customer/me/address").body().at("/items"))
                .hasSize(2);
    }

    @Test
    void anAddressThatCannotBeIsRefusedAndOrdersNothing() {
        String somebodyElses = shop.newCustomer(0).keepsAddress("Street", true);
        String own = customer.keepsAddress("Street", true);
        Map<String, Object> bad = Json.address("Street");
        bad.put("country", "Nowhere");

        requireRefused(order("address_id", somebodyElses), 404, "ADDRESS_NOT_FOUND");
        requireRefused(order("address_id", "no-such-address"), 404, "ADDRESS_NOT_FOUND");
        requireRefused(order("address", bad), 400, "INVALID_FIELD");
        requireRefused(
                customer.post(
                        "/api/v1/order/product",
                        Json.text("sku_id", sku, "quantity", 1, "address_id", own, "address", Json.address("Street")),
                        Visitor.newKey()),
                400,
                "INVALID_FIELD");

        assertThat(customer.get("/api/v1/order").expect(200).body().at("/items"))
                .isEmpty();
    }

    @Test
    void withoutAnAddressAnOrderIsPaidAndNotShipped() {
        String orderId = customer.orders(sku, 1);
        assertThat(customer.get("/api/v1/order/" + orderId).body().hasNonNull("shipping_address"))
                .isFalse();
        customer.pays(orderId, Visitor.newKey()).expect(201);
        shop.settles("an order without an address", orderId);

        requireRefused(staff.ships(orderId, "T-1"), 409, "ORDER_WITHOUT_ADDRESS");
        redirect(orderId, "address", Json.address("Late Street")).expect(200);
        staff.ships(orderId, "T-1").expect(200);

        Answer order = customer.get("/api/v1/order/" + orderId).expect(200);
        assertThat(order.text("/status")).isEqualTo("SHIPPED");
        assertThat(streetOf(order)).isEqualTo("Late Street");
    }

    @Test
    void anOrderIsRedirectedUntilItIsShipped() {
        String home = customer.keepsAddress("Home Street", true);
        String orderId = customer.orders(sku, 1);

        assertThat(streetOf(redirect(orderId, "address", Json.address("Second Street"))
                        .expect(200)))
                .isEqualTo("Second Street");
        customer.pays(orderId, Visitor.newKey()).expect(201);
        shop.settles("a redirected order", orderId);
        assertThat(streetOf(redirect(orderId, "address_id", home).expect(200))).isEqualTo("Home Street");
        requireRefused(redirect(orderId, "address_id", "no-such-address"), 404, "ADDRESS_NOT_FOUND");
        staff.ships(orderId, "T-1").expect(200);

        requireRefused(redirect(orderId, "address", Json.address("Too Late Street")), 409, "ORDER_ALREADY_SHIPPED");
        assertThat(streetOf(customer.get("/api/v1/order/" + orderId))).isEqualTo("Home Street");
    }

    private Answer order(String field, Object value) {
        return customer.post(
                "/api/v1/order/product", Json.text("sku_id", sku, "quantity", 1, field, value), Visitor.newKey());
    }

    private Answer redirect(String orderId, String field, Object value) {
        return customer.put("/api/v1/order/" + orderId + "/address", Json.text(field, value));
    }

    private static String streetOf(Answer order) {
        return order.text("/shipping_address/street");
    }

    private static void requireRefused(Answer answer, int status, String code) {
        answer.expect(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
