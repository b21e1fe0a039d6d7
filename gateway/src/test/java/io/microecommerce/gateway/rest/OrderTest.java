package io.microecommerce.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.order.DeliveryChoice;
import io.microecommerce.api.order.OrderFilter;
import io.microecommerce.api.order.OrderFromCartCommand;
import io.microecommerce.api.order.OrderFromProductCommand;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.order.ShipOrderCommand;
import io.microecommerce.gateway.FakeAddresses;
import io.microecommerce.gateway.Http.Answer;
import io.microecommerce.gateway.StorefrontTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;

/** Orders: placing them, looking at them, and what staff do to them. */
class OrderTest extends StorefrontTest {

    private static final String ADDRESS =
            """
            {"recipient": "Alice Doe", "phone": "+86 10 1234", "country": "CN", "region": null, "city": "Beijing",
             "street": "Chang-an Avenue 1", "postal_code": "100000"}""";
    private static final String HISTORY =
            """
            [{"from": null, "to": "PENDING_PAYMENT", "actor": "CUSTOMER", "at": "2026-01-02T03:04:05Z"}]""";
    private static final DeliveryChoice HOME = new DeliveryChoice(null, FakeAddresses.HOME);

    /** @param more members that are not always there, each with a comma behind it */
    private static String order(String status, String more) {
        boolean shipped = status.equals("SHIPPED") || status.equals("COMPLETED");
        String then = "\"2026-01-02T03:04:05Z\"";
        String shipment = "{\"carrier\": \"SF Express\", \"tracking_number\": \"SF123\", \"shipped_at\": " + then + "}";
        return """
            {%s"id": "order-1", "status": "%s", "total": {"currency": "CNY", "minor": 8900},
             "lines": [{"sku_id": "tee-red-m", "product_id": "tee", "title": "Tee",
                        "attributes": [{"name": "colour", "value": "red"}],
                        "price": {"currency": "CNY", "minor": 8900}, "quantity": 1}],
             "shipping_address": %s, "created_at": "2026-01-02T03:04:05Z", "pay_by": "2026-01-02T03:34:05Z",
             "paid_at": %s, "shipment": %s, "completed_at": %s, "cancelled_at": %s, "cancel_reason": %s}"""
                .formatted(
                        more,
                        status,
                        ADDRESS,
                        shipped ? then : "null",
                        shipped ? shipment : "null",
                        status.equals("COMPLETED") ? then : "null",
                        status.equals("CANCELLED") ? then : "null",
                        status.equals("CANCELLED") ? "\"BY_CUSTOMER\"" : "null");
    }

    private static String withHistory() {
        return "\"history\": " + HISTORY + ",";
    }

    private static String forStaff(String more) {
        return "\"customer_id\": \"alice\"," + more;
    }

    private static void assertJson(Answer answer, int status, String expected) throws Exception {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        JSONAssert.assertEquals(expected, answer.body(), JSONCompareMode.STRICT);
    }

    private void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
        assertThat(services.asked).isEmpty();
    }

    private Answer orderCart(String body, String key) {
        return http.send("POST", "/api/v1/order/cart", body, asCustomer("Idempotency-Key", key));
    }

    @Test
    void ordersFromTheCart() throws Exception {
        Answer all = orderCart("{}", "k1");
        assertJson(all, 201, order("PENDING_PAYMENT", withHistory()));
        assertThat(all.header("Location")).isEqualTo("/api/v1/order/order-1");
        orderCart(null, "k2");
        orderCart("{\"sku_ids\": [\"a\"], \"address_id\": \"a-1\"}", "k3");
        orderCart("{\"address\": " + ADDRESS + "}", "k4");
        assertThat(services.asked)
                .containsExactly(
                        new OrderFromCartCommand("alice", List.of(), DeliveryChoice.PREFERRED, "k1"),
                        new OrderFromCartCommand("alice", List.of(), DeliveryChoice.PREFERRED, "k2"),
                        new OrderFromCartCommand("alice", List.of("a"), new DeliveryChoice("a-1", null), "k3"),
                        new OrderFromCartCommand("alice", List.of(), HOME, "k4"));
    }

    @Test
    void ordersAProduct() throws Exception {
        Answer answer = http.send(
                "POST",
                "/api/v1/order/product",
                "{\"sku_id\": \"tee-red-m\", \"quantity\": 1, \"address_id\": \"a-1\"}",
                asCustomer("Idempotency-Key", "k1"));
        assertJson(answer, 201, order("PENDING_PAYMENT", withHistory()));
        assertThat(answer.header("Location")).isEqualTo("/api/v1/order/order-1");
        assertThat(services.asked)
                .containsExactly(
                        new OrderFromProductCommand("alice", "tee-red-m", 1, new DeliveryChoice("a-1", null), "k1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"address_id\": \"a-1\", \"address\": {}} | 400 | INVALID_FIELD",
                "{\"address_id\": \"a b\"} | 400 | INVALID_FIELD",
                "{\"address_id\": 5} | 400 | INVALID_FIELD",
                "{\"address\": {\"recipient\": \"A\"}} | 400 | INVALID_FIELD",
                "{\"address\": \"home\"} | 400 | INVALID_FIELD",
                "{\"address\": {\"zip\": \"1\"}} | 400 | UNKNOWN_FIELD",
                "{\"address\": {\"preferred\": true}} | 400 | UNKNOWN_FIELD"
            })
    void refusesAnAddressThatIsNone(String body, int status, String code) {
        assertProblem(orderCart(body, "k"), status, code);
    }

    @Test
    void showsAndCancelsOrders() throws Exception {
        services.more = true;
        assertJson(http.get("/api/v1/order/order-1", asCustomer()), 200, order("PENDING_PAYMENT", withHistory()));
        assertJson(
                http.get("/api/v1/order?cursor=c1&size=3", asCustomer()),
                200,
                "{\"items\": [" + order("PENDING_PAYMENT", "") + "], \"next\": \"c2\"}");
        assertThat(services.asked).endsWith("alice", OrderFilter.ALL, "c1", 3);
        assertJson(
                http.send("POST", "/api/v1/order/order-1/cancel", null, asCustomer()),
                200,
                order("CANCELLED", withHistory()));
    }

    @Test
    void filtersOrders() {
        String filter = "status=PAID&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z";
        OrderFilter expected = new OrderFilter(
                OrderStatus.PAID, Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(http.get("/api/v1/order?" + filter, asCustomer()).status()).isEqualTo(200);
        assertThat(services.asked).endsWith("alice", expected, "null", 20);
        assertThat(http.get("/api/v1/staff/order?customer_id=bob&cursor=c1&size=5&" + filter, asStaff())
                        .status())
                .isEqualTo(200);
        assertThat(services.asked).endsWith("staff", "bob", expected, "c1", 5);
        assertThat(http.get("/api/v1/order?status=&from=&to=", asCustomer()).status())
                .isEqualTo(200);
        assertThat(services.asked).endsWith("alice", OrderFilter.ALL, "null", 20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=NONE",
                "status=paid",
                "from=yesterday",
                "from=2026-01-01",
                "to=5",
                "from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z",
                "size=0",
                "size=101",
                "size=x"
            })
    void refusesAFilterThatIsNone(String filter) {
        assertProblem(http.get("/api/v1/order?" + filter, asCustomer()), 400, "INVALID_FIELD");
        assertProblem(http.get("/api/v1/staff/order?" + filter, asStaff()), 400, "INVALID_FIELD");
    }

    @Test
    void sendsAnOrderElsewhere() throws Exception {
        assertJson(
                http.send("PUT", "/api/v1/order/order-1/address", "{\"address\": " + ADDRESS + "}", asCustomer()),
                200,
                order("PENDING_PAYMENT", withHistory()));
        http.send("PUT", "/api/v1/order/order-1/address", "{\"address_id\": \"a-2\"}", asCustomer());
        assertThat(services.asked)
                .containsExactly("alice", "order-1", HOME, "alice", "order-1", new DeliveryChoice("a-2", null));
        services.asked.clear();
        assertProblem(http.send("PUT", "/api/v1/order/order-1/address", "{}", asCustomer()), 400, "INVALID_FIELD");
        assertProblem(
                http.send("PUT", "/api/v1/order/a%20b/address", "{\"address_id\": \"a\"}", asCustomer()),
                400,
                "INVALID_FIELD");
    }

    @Test
    void showsStaffWhoseAnOrderIs() throws Exception {
        assertJson(
                http.get("/api/v1/staff/order/order-1", asStaff()),
                200,
                order("PENDING_PAYMENT", forStaff(withHistory())));
        assertJson(
                http.get("/api/v1/staff/order", asStaff()),
                200,
                "{\"items\": [" + order("PENDING_PAYMENT", forStaff("")) + "], \"next\": null}");
        assertThat(services.asked).endsWith("staff", "null", OrderFilter.ALL, "null", 20);
    }

    @Test
    void shipsAndCompletesOrders() throws Exception {
        assertJson(
                http.send(
                        "POST",
                        "/api/v1/order/order-1/ship",
                        "{\"carrier\": \"SF Express\", \"tracking_number\": \"SF123\"}",
                        asStaff()),
                200,
                order("SHIPPED", forStaff(withHistory())));
        assertJson(
                http.send("POST", "/api/v1/order/order-1/complete", null, asStaff()),
                200,
                order("COMPLETED", forStaff(withHistory())));
        assertThat(services.asked)
                .containsExactly(new ShipOrderCommand("order-1", "SF Express", "SF123", "staff"), "order-1", "staff");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"carrier\": \"SF\"} | INVALID_FIELD",
                "{\"tracking_number\": \"1\"} | INVALID_FIELD",
                "{\"carrier\": \" \", \"tracking_number\": \"1\"} | INVALID_FIELD",
                "{\"carrier\": \"SF\", \"tracking_number\": 1} | INVALID_FIELD",
                "{\"carrier\": \"SF\", \"tracking_number\": \"1\", \"at\": 1} | UNKNOWN_FIELD"
            })
    void refusesAShipmentThatIsNone(String body, String code) {
        assertProblem(http.send("POST", "/api/v1/order/order-1/ship", body, asStaff()), 400, code);
    }
}
