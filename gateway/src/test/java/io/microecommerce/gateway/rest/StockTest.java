package io.microecommerce.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.product.MoveStockCommand;
import io.microecommerce.api.product.MoveStockCommand.Kind;
import io.microecommerce.gateway.Http.Answer;
import io.microecommerce.gateway.StorefrontTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;

/** What staff do to the stock. */
class StockTest extends StorefrontTest {

    private static final String SKU = "/api/v1/sku/tee-red-m";

    private void assertProblem(Answer answer, String code, String detail) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
        assertThat(answer.json().get("detail").asString()).contains(detail);
        assertThat(services.asked).isEmpty();
    }

    private static MoveStockCommand move(Kind kind, long quantity, String reason, String key) {
        return new MoveStockCommand("tee-red-m", kind, quantity, reason, "staff", key);
    }

    @Test
    void receivesAndCorrects() {
        Answer received = http.send(
                "POST",
                SKU + "/receipt",
                "{\"quantity\": 10, \"reason\": \"Delivery\"}",
                asStaff("Idempotency-Key", "k1"));
        assertThat(received.status()).isEqualTo(201);
        assertThat(received.body()).isEqualTo("{\"available\":10,\"frozen\":0,\"sold\":0}");
        http.send("POST", SKU + "/receipt", "{\"quantity\": 1}", asStaff("Idempotency-Key", "k2"));
        Answer corrected = http.send(
                "POST",
                SKU + "/correction",
                "{\"quantity\": -2, \"reason\": \"Broken\"}",
                asStaff("Idempotency-Key", "k3"));
        assertThat(corrected.status()).isEqualTo(201);
        assertThat(services.asked)
                .containsExactly(
                        move(Kind.RECEIPT, 10, "Delivery", "k1"),
                        move(Kind.RECEIPT, 1, "Receipt", "k2"),
                        move(Kind.CORRECTION, -2, "Broken", "k3"));
    }

    @Test
    void takesGoodsOfAnOrderBack() {
        Answer returned = http.send(
                "POST",
                SKU + "/receipt",
                "{\"quantity\": 2, \"order_id\": \"order-1\"}",
                asStaff("Idempotency-Key", "k1"));

        assertThat(returned.status()).isEqualTo(201);
        assertThat(services.asked)
                .containsExactly(new MoveStockCommand("tee-red-m", Kind.RETURN, 2, "Return", "staff", "k1", "order-1"));
    }

    @Test
    void takesTheSameRequestWithoutAKeyForTwoMovements() {
        for (int i = 0; i < 2; i++) {
            assertThat(http.send("POST", SKU + "/receipt", "{\"quantity\": 1}", asStaff())
                            .status())
                    .isEqualTo(201);
        }
        assertThat(staffServices.moved).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "receipt | {} | INVALID_FIELD | quantity is required",
                "receipt | {\"quantity\": 0} | INVALID_FIELD | quantity",
                "receipt | {\"quantity\": -1} | INVALID_FIELD | quantity",
                "receipt | {\"quantity\": 1.5} | INVALID_FIELD | quantity",
                "receipt | {\"quantity\": \"1\"} | INVALID_FIELD | quantity",
                "receipt | {\"quantity\": 1000001} | INVALID_FIELD | quantity",
                "receipt | {\"quantity\": 1, \"reason\": \"\"} | INVALID_FIELD | reason",
                "receipt | {\"quantity\": 1, \"price\": 5} | UNKNOWN_FIELD | price",
                "correction | {\"quantity\": 1} | INVALID_FIELD | reason is required",
                "correction | {\"quantity\": 0, \"reason\": \"x\"} | INVALID_FIELD | quantity",
                "correction | {\"reason\": \"x\"} | INVALID_FIELD | quantity is required"
            })
    void refusesAMovementThatIsNone(String kind, String body, String code, String detail) {
        assertProblem(http.send("POST", SKU + "/" + kind, body, asStaff()), code, detail);
    }

    @Test
    void refusesAKeyOrAnIdThatIsNone() {
        String body = "{\"quantity\": 1}";
        assertProblem(
                http.send("POST", SKU + "/receipt", body, asStaff("Idempotency-Key", "a b")),
                "INVALID_FIELD",
                "Idempotency-Key");
        assertProblem(http.send("POST", "/api/v1/sku/a%20b/receipt", body, asStaff()), "INVALID_FIELD", "id");
        assertProblem(http.get("/api/v1/sku/a%20b/movement", asStaff()), "INVALID_FIELD", "id");
    }

    @Test
    void tellsTheHistory() throws Exception {
        services.more = true;
        Answer answer = http.get(SKU + "/movement?cursor=c1&size=2", asStaff());
        JSONAssert.assertEquals(
                """
                {"items": [{"id": "7", "kind": "RECEIPT", "quantity": 10, "reason": "Delivery", "staff_id": "staff",
                            "created_at": "2026-01-02T03:04:05Z", "order_id": null}], "next": "c2"}""",
                answer.body(),
                JSONCompareMode.STRICT);
        assertThat(services.asked).isEqualTo(List.of("tee-red-m", "c1", 2));
    }

    @Test
    void tellsWhatRunsLow() throws Exception {
        JSONAssert.assertEquals(
                "{\"items\": [{\"sku_id\": \"tee-red-m\", \"available\": 2, \"threshold\": 5}], \"next\": null}",
                http.get("/api/v1/staff/sku/low_stock", asStaff()).body(),
                JSONCompareMode.STRICT);
        for (String threshold : List.of("5", "0", "null")) {
            Answer answer =
                    http.send("PUT", SKU + "/low_stock_threshold", "{\"threshold\": " + threshold + "}", asStaff());
            assertThat(answer.status()).isEqualTo(204);
        }
        assertThat(services.asked)
                .containsExactly("tee-red-m", "threshold 5", "tee-red-m", "threshold 0", "tee-red-m", "threshold null");
        services.asked.clear();
        for (String bad : List.of("-1", "1000001", "1.5", "\"5\"", "[]")) {
            assertProblem(
                    http.send("PUT", SKU + "/low_stock_threshold", "{\"threshold\": " + bad + "}", asStaff()),
                    "INVALID_FIELD",
                    "threshold");
        }
    }
}
