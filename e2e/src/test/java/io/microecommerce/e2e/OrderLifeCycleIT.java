package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Json;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** An order goes from status to status as it may and not otherwise, and remembers each step. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderLifeCycleIT {

    private static final long PRICE = 100;

    private final Shop shop = Shop.open();
    private final Visitor staff = shop.logIn(Shop.STAFF);
    private final String sku = staff.offers(PRICE, 1_000);
    private final Visitor customer = newCustomerWithAddress();

    @ParameterizedTest(name = "{1} of an order that is {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # it is         | action   | answer | code                  | then it is
                    PENDING_PAYMENT | pay      | 201    |                       | PAID
                    PENDING_PAYMENT | cancel   | 200    |                       | CANCELLED
                    PENDING_PAYMENT | redirect | 200    |                       | PENDING_PAYMENT
                    PENDING_PAYMENT | ship     | 409    | ORDER_NOT_PAID        | PENDING_PAYMENT
                    PENDING_PAYMENT | complete | 409    | ORDER_NOT_SHIPPED     | PENDING_PAYMENT
                    PAID            | pay      | 409    | ORDER_ALREADY_PAID    | PAID
                    PAID            | cancel   | 409    | ORDER_ALREADY_PAID    | PAID
                    PAID            | redirect | 200    |                       | PAID
                    PAID            | ship     | 200    |                       | SHIPPED
                    PAID            | complete | 409    | ORDER_NOT_SHIPPED     | PAID
                    SHIPPED         | pay      | 409    | ORDER_ALREADY_PAID    | SHIPPED
                    SHIPPED         | cancel   | 409    | ORDER_ALREADY_PAID    | SHIPPED
                    SHIPPED         | redirect | 409    | ORDER_ALREADY_SHIPPED | SHIPPED
                    SHIPPED         | ship     | 409    | ORDER_ALREADY_SHIPPED | SHIPPED
                    SHIPPED         | complete | 200    |                       | COMPLETED
                    COMPLETED       | pay      | 409    | ORDER_ALREADY_PAID    | COMPLETED
                    COMPLETED       | cancel   | 409    | ORDER_ALREADY_PAID    | COMPLETED
                    COMPLETED       | redirect | 409    | ORDER_ALREADY_SHIPPED | COMPLETED
                    COMPLETED       | ship     | 409    | ORDER_ALREADY_SHIPPED | COMPLETED
                    COMPLETED       | complete | 200    |                       | COMPLETED
                    CANCELLED       | pay      | 409    | ORDER_CANCELLED       | CANCELLED
                    CANCELLED       | cancel   | 200    |                       | CANCELLED
                    CANCELLED       | redirect | 409    | ORDER_CANCELLED       | CANCELLED
                    CANCELLED       | ship     | 409    | ORDER_CANCELLED       | CANCELLED
                    CANCELLED       | complete | 409    | ORDER_CANCELLED       | CANCELLED
                    """)
    void everyActionInEveryStatus(String status, String action, int answer, String code, String then) {
        String orderId = orderThatIs(status);

        Answer answered = perform(action, orderId).expect(answer);

        assertThat(answered.code()).isEqualTo(code == null ? "" : code);
        awaitStatus(orderId, then);
    }

    @Test
    void theHistoryTellsEveryStepInItsOrder() {
        String orderId = orderThatIs("COMPLETED");

        Answer order = customer.get("/api/v1/order/" + orderId).expect(200);

        assertThat(steps(order))
                .containsExactly(
                        "-> PENDING_PAYMENT by CUSTOMER",
                        "PENDING_PAYMENT -> PAYING by PAYMENT",
                        "PAYING -> PAID by PAYMENT",
                        "PAID -> SHIPPED by STAFF",
                        "SHIPPED -> COMPLETED by STAFF");
        assertThat(order.body()
                        .at("/history")
                        .valueStream()
                        .map(step -> Instant.parse(step.path("at").asString())))
                .isSorted();
        assertThat(order.text("/shipment/carrier")).isEqualTo("SF Express");
        assertThat(order.text("/shipment/tracking_number")).isEqualTo(orderId.substring(0, 8));
        assertThat(Instant.parse(order.text("/paid_at"))).isBefore(Instant.parse(order.text("/shipment/shipped_at")));
        assertThat(Instant.parse(order.text("/shipment/shipped_at")))
                .isBefore(Instant.parse(order.text("/completed_at")));
        assertThat(order.body().hasNonNull("cancel_reason")).isFalse();
        Answer forStaff = staff.get("/api/v1/staff/order/" + orderId).expect(200);
        assertThat(steps(forStaff)).isEqualTo(steps(order));
    }

    @Test
    void aCancelledOrderSaysWhy() {
        String orderId = orderThatIs("CANCELLED");

        Answer order = customer.get("/api/v1/order/" + orderId).expect(200);

        assertThat(order.text("/cancel_reason")).isEqualTo("BY_CUSTOMER");
        assertThat(order.text("/cancelled_at")).isNotBlank();
        assertThat(steps(order))
                .containsExactly("-> PENDING_PAYMENT by CUSTOMER", "PENDING_PAYMENT -> CANCELLED by CUSTOMER");
        assertThat(order.body().hasNonNull("shipment")).isFalse();
    }

    @Test
    void theSameShipmentAgainChangesNothing() {
        String orderId = orderThatIs("SHIPPED");
        Answer before = customer.get("/api/v1/order/" + orderId).expect(200);

        staff.ships(orderId, orderId.substring(0, 8)).expect(200);

        assertThat(customer.get("/api/v1/order/" + orderId).body()).isEqualTo(before.body());
    }

    @Test
    void ofSeveralWhoShipAtOnceOneDoes() {
        String orderId = orderThatIs("PAID");

        List<Answer> answers = Visitor.atOnce(4, i -> staff.ships(orderId, "T-" + i));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(steps(customer.get("/api/v1/order/" + orderId))).hasSize(4);
    }

    @Test
    void cancellingAndPayingAtOnceEndInOneOfTheTwo() {
        String orderId = customer.orders(sku, 1);

        List<Answer> answers =
                Visitor.atOnce(2, i -> i == 0 ? customer.pays(orderId, Visitor.newKey()) : customer.cancels(orderId));

        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 201, 202, 409, 422);
        shop.settles("paid or cancelled", orderId);
        assertThat(customer.get("/api/v1/order/" + orderId).text("/status")).isIn("PAID", "CANCELLED");
    }

    private Answer perform(String action, String orderId) {
        return switch (action) {
            case "pay" -> customer.pays(orderId, Visitor.newKey());
            case "cancel" -> customer.cancels(orderId);
            case "redirect" ->
                customer.put(
                        "/api/v1/order/" + orderId + "/address", Json.text("address", Json.address("Other Street")));
            case "ship" -> staff.ships(orderId, "another-number");
            case "complete" -> staff.completes(orderId);
            default -> throw new IllegalArgumentException(action);
        };
    }

    private String orderThatIs(String status) {
        String orderId = customer.orders(sku, 1);
        switch (status) {
            case "PENDING_PAYMENT" -> {}
            case "CANCELLED" -> customer.cancels(orderId).expect(200);
            case "PAID" -> pay(orderId);
            case "SHIPPED" -> ship(orderId);
            case "COMPLETED" -> {
                ship(orderId);
                staff.completes(orderId).expect(200);
            }
            default -> throw new IllegalArgumentException(status);
        }
        return orderId;
    }

    private void ship(String orderId) {
        pay(orderId);
        staff.ships(orderId, orderId.substring(0, 8)).expect(200);
    }

    private void pay(String orderId) {
        customer.pays(orderId, Visitor.newKey()).expect(201);
        awaitStatus(orderId, "PAID");
    }

    private void awaitStatus(String orderId, String status) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        customer.get("/api/v1/order/" + orderId).expect(200).text("/status"))
                .isEqualTo(status));
    }

    private static List<String> steps(Answer order) {
        return order.body()
                .at("/history")
                .valueStream()
                .map(OrderLifeCycleIT::inWords)
                .toList();
    }

    private static String inWords(JsonNode step) {
        return (step.path("from").asString() + " -> " + step.path("to").asString() + " by "
                        + step.path("actor").asString())
                .strip();
    }

    private Visitor newCustomerWithAddress() {
        Visitor customer = shop.newCustomer(1_000_000);
        customer.keepsAddress("Street", true);
        return customer;
    }
}
