package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Json;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Staff receive and correct stock, and see what became of it. */
class StockIT {

    private final Shop shop = Shop.open();
    private final Visitor staff = shop.logIn(Shop.STAFF);

    @AfterEach
    void theEquationOfStockHolds() {
        assertThat(shop.books().unbalanced()).isEmpty();
    }

    @Test
    void receiptsAndCorrectionsAreEnteredAndRemembered() {
        String sku = staff.offers(1_000, 0);

        Answer received = receive(sku, 10, Visitor.newKey()).expect(201);
        Answer corrected = correct(sku, -3, "broken").expect(201);

        assertThat(received.number("/available")).isEqualTo(10);
        assertThat(corrected.number("/available")).isEqualTo(7);
        assertThat(corrected.number("/frozen")).isZero();
        assertThat(corrected.number("/sold")).isZero();
        assertThat(available(sku)).isEqualTo(7);
        List<JsonNode> history = history(sku);
        assertThat(history).extracting(entry -> entry.path("kind").asString()).containsExactly("CORRECTION", "RECEIPT");
        assertThat(history).extracting(entry -> entry.path("quantity").asLong()).containsExactly(-3L, 10L);
        assertThat(history.get(0).path("reason").asString()).isEqualTo("broken");
        assertThat(history.get(0).path("staff_id").asString()).isEqualTo(staff.id());
        assertThat(history.get(0).path("created_at").asString()).isNotBlank();
    }

    @Test
    void whatIsSoldIsCountedAndCannotBeCorrectedAway() {
        String sku = staff.offers(1_000, 10);
        Visitor customer = shop.newCustomer(10_000);
        String orderId = customer.orders(sku, 4);
        customer.pays(orderId, Visitor.newKey()).expect(201);
        shop.settles("four of ten are sold", orderId);

        Answer tooMuch = correct(sku, -7, "lost");

        assertThat(tooMuch.expect(422).code()).isEqualTo("INSUFFICIENT_STOCK");
        Answer all = correct(sku, -6, "lost").expect(201);
        assertThat(all.number("/available")).isZero();
        assertThat(all.number("/sold")).isEqualTo(4);
        assertThat(history(sku)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"quantity\":-1}", "{\"quantity\":-1,\"reason\":\" \"}", "{\"quantity\":-1,\"reason\":null}"})
    void aCorrectionSaysWhy(String body) {
        String sku = staff.offers(1_000, 10);

        assertThat(staff.post("/api/v1/sku/" + sku + "/correction", body)
                        .expect(400)
                        .code())
                .isEqualTo("INVALID_FIELD");
        assertThat(available(sku)).isEqualTo(10);
    }

    @Test
    void aRepeatedKeyMovesStockOnce() {
        String sku = staff.offers(1_000, 0);
        String key = Visitor.newKey();

        List<Answer> answers = Visitor.atOnce(20, i -> receive(sku, 10, key));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(available(sku)).isEqualTo(10);
        assertThat(history(sku)).hasSize(1);
        assertThat(receive(sku, 11, key).expect(409).code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(available(sku)).isEqualTo(10);
    }

    @Test
    void withoutAKeyEachRequestIsAnotherMovement() {
        String sku = staff.offers(1_000, 0);

        staff.post("/api/v1/sku/" + sku + "/receipt", "{\"quantity\":5}").expect(201);
        staff.post("/api/v1/sku/" + sku + "/receipt", "{\"quantity\":5}").expect(201);

        assertThat(available(sku)).isEqualTo(10);
    }

    @Test
    void correctionsAtOnceNeverTakeMoreThanThereIs() {
        String sku = staff.offers(1_000, 10);

        List<Answer> answers = Visitor.atOnce(10, i -> correct(sku, -3, "lost"));

        assertThat(answers).extracting(Answer::status).containsOnly(201, 422);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(3);
        assertThat(available(sku)).isEqualTo(1);
    }

    @Test
    void theHistoryComesInPagesThatMissAndRepeatNothing() {
        String sku = staff.offers(1_000, 0);
        IntStream.rangeClosed(1, 7)
                .forEach(i -> receive(sku, i, Visitor.newKey()).expect(201));
        List<Long> quantities = new ArrayList<>();

        String next = "";
        do {
            Answer page =
                    staff.get("/api/v1/sku/" + sku + "/movement?size=3" + next).expect(200);
            page.body()
                    .at("/items")
                    .forEach(entry -> quantities.add(entry.path("quantity").asLong()));
            next = page.text("/next").isEmpty() ? "" : "&cursor=" + page.text("/next");
            receive(sku, 100, Visitor.newKey()).expect(201);
        } while (!next.isEmpty());

        assertThat(quantities).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    private Answer receive(String sku, int pieces, String key) {
        return staff.post("/api/v1/sku/" + sku + "/receipt", Json.text("quantity", pieces, "reason", "delivery"), key);
    }

    private Answer correct(String sku, int pieces, String reason) {
        return staff.post("/api/v1/sku/" + sku + "/correction", Json.text("quantity", pieces, "reason", reason));
    }

    private List<JsonNode> history(String sku) {
        return staff.get("/api/v1/sku/" + sku + "/movement")
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .toList();
    }

    private long available(String sku) {
        return shop.anonymous().get("/api/v1/sku/" + sku).expect(200).number("/stock/available");
    }
}
