package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients get wrong: problem+json with a stable code, and nothing changes. */
class BadInputIT {

    private final Shop shop = Shop.open();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"sku_id\":\"no-such-sku\",\"quantity\":1}      | 404 | SKU_NOT_FOUND",
                "{\"sku_id\":\"tee-red-m\",\"quantity\":0}        | 400 | INVALID_FIELD",
                "{\"sku_id\":\"tee-red-m\",\"quantity\":-1}       | 400 | INVALID_FIELD",
                "{\"sku_id\":\"tee-red-m\",\"quantity\":1000}     | 400 | INVALID_FIELD",
                "{\"sku_id\":\"tee-red-m\",\"quantity\":99999999999} | 400 | INVALID_FIELD",
                "{\"sku_id\":\"tee-red-m\",\"quantity\":1.5}      | 400 | INVALID_FIELD",
                "{\"sku_id\":\"tee-red-m\"}                       | 400 | INVALID_FIELD",
                "{\"quantity\":1}                                 | 400 | INVALID_FIELD",
                "{\"sku_id\":\"../etc\",\"quantity\":1}           | 400 | INVALID_FIELD",
                "{\"sku_id\":\"tee-red-m\",\"quantity\":1,\"x\":1} | 400 | UNKNOWN_FIELD",
                "{\"sku_id\":                                     | 400 | MALFORMED_REQUEST",
                "[]                                               | 400 | MALFORMED_REQUEST"
            })
    void isRefusedOnOrdersAndInTheCart(String body, int status, String code) {
        Visitor customer = shop.newCustomer(0);

        requireProblem(customer.post("/api/v1/order/product", body, Visitor.newKey()), status, code);
        requireProblem(customer.post("/api/v1/cart_item", body), status, code);

        assertThat(customer.get("/api/v1/order").expect(200).body().at("/items"))
                .isEmpty();
        assertThat(customer.get("/api/v1/cart_item").expect(200).body().at("/items"))
                .isEmpty();
    }

    @Test
    void anEmptyCartIsNoOrder() {
        requireProblem(shop.newCustomer(0).post("/api/v1/order/cart", "{}", Visitor.newKey()), 422, "CART_EMPTY");
    }

    @Test
    void anOrderAndAPaymentNeedAKey() {
        Visitor customer = shop.newCustomer(0);

        requireProblem(
                customer.post("/api/v1/order/product", "{\"sku_id\":\"tee-red-m\",\"quantity\":1}"),
                400,
                "IDEMPOTENCY_KEY_REQUIRED");
        requireProblem(
                customer.post("/api/v1/payment", "{\"order_id\":\"x\",\"method\":\"balance\"}"),
                400,
                "IDEMPOTENCY_KEY_REQUIRED");
    }

    @Test
    void somebodyElsesOrderAndPaymentAreNotThere() {
        Visitor owner = shop.newCustomer(100_000);
        Visitor other = shop.newCustomer(100_000);
        String orderId = owner.orders("tee-red-m", 1);
        String paymentId = owner.pays(orderId, Visitor.newKey()).expect(201).text("/id");
        String unpaid = owner.orders("tee-red-m", 1);

        requireProblem(other.get("/api/v1/order/" + orderId), 404, "ORDER_NOT_FOUND");
        requireProblem(other.get("/api/v1/payment/" + paymentId), 404, "PAYMENT_NOT_FOUND");
        requireProblem(other.post("/api/v1/order/" + unpaid + "/cancel", "{}"), 404, "ORDER_NOT_FOUND");
        requireProblem(other.pays(unpaid, Visitor.newKey()), 404, "ORDER_NOT_FOUND");
        assertThat(owner.get("/api/v1/order/" + unpaid).text("/status")).isEqualTo("PENDING_PAYMENT");
    }

    @Test
    void aCancelledOrderCannotBePaid() {
        Visitor customer = shop.newCustomer(100_000);
        String orderId = customer.orders("tee-red-m", 1);
        customer.post("/api/v1/order/" + orderId + "/cancel", "{}").expect(200);

        requireProblem(customer.pays(orderId, Visitor.newKey()), 409, "ORDER_CANCELLED");
        shop.settles("a cancelled order", orderId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/customer/me", "/api/v1/order", "/api/v1/cart_item", "/api/v1/staff/notification"})
    void nobodyGetsInWithoutAGoodToken(String path) {
        Visitor customer = shop.newCustomer(0);
        String[] parts = customer.token().split("\\.");
        String none = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes()) + "."
                + parts[1] + ".";
        String forged = parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse();

        requireProblem(shop.anonymous().get(path), 401, "UNAUTHENTICATED");
        requireProblem(shop.anonymous().withToken(none).get(path), 401, "UNAUTHENTICATED");
        requireProblem(shop.anonymous().withToken(forged).get(path), 401, "UNAUTHENTICATED");
        requireProblem(shop.anonymous().withToken("rubbish").get(path), 401, "UNAUTHENTICATED");
    }

    @Test
    void onlyStaffSeeNotifications() {
        requireProblem(shop.newCustomer(0).get("/api/v1/staff/notification"), 403, "FORBIDDEN");
    }

    @Test
    void aWrongLoginIsRefusedAlikeForKnownAndUnknown() {
        Answer known = shop.anonymous()
                .post("/api/v1/session", "{\"email\":\"alice@example.com\",\"password\":\"wrong-password\"}");
        Answer unknown = shop.anonymous()
                .post("/api/v1/session", "{\"email\":\"nobody@example.com\",\"password\":\"wrong-password\"}");

        requireProblem(known, 401, "LOGIN_FAILED");
        requireProblem(unknown, 401, "LOGIN_FAILED");
        assertThat(unknown.text("/detail")).isEqualTo(known.text("/detail"));
    }

    @Test
    void anUnknownRouteAndAWrongMethodAreProblemsToo() {
        requireProblem(shop.newCustomer(0).get("/api/v1/nothing"), 404, "ROUTE_NOT_FOUND");
        requireProblem(shop.newCustomer(0).delete("/api/v1/order"), 405, "METHOD_NOT_ALLOWED");
        requireProblem(
                shop.newCustomer(0)
                        .send("POST", "/api/v1/cart_item", "<x/>", Map.of("Content-Type", "application/xml")),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    private static void requireProblem(Answer answer, int status, String code) {
        answer.expect(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text("/detail")).isNotBlank();
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }
}
