package io.microecommerce.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.gateway.FakeDeadLetters;
import io.microecommerce.gateway.Http.Answer;
import io.microecommerce.gateway.StorefrontTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The letters of three services as one list. */
@TestPropertySource(properties = "shop.gateway.redrive.per-second=1000")
class DeadLetterTest extends StorefrontTest {

    private static final String ROUTE = "/api/v1/staff/dead_letter";
    private static final String CREDIT = "svc-customer-credit";
    private static final Instant T = Instant.parse("2026-01-02T03:04:05.123456Z");

    @Autowired
    @Qualifier("customerDeadLetters")
    private FakeDeadLetters customer;

    @Autowired
    @Qualifier("orderDeadLetters")
    private FakeDeadLetters order;

    @Autowired
    @Qualifier("paymentDeadLetters")
    private FakeDeadLetters payment;

    @BeforeEach
    void someLetters() {
        List.of(customer, order, payment).forEach(FakeDeadLetters::reset);
        customer.add("a", CREDIT, T.plusSeconds(1));
        customer.add("b", CREDIT, T.plusSeconds(4));
        order.add("c", "svc-order-staff-notification", T.plusSeconds(3));
        // The same moment in two services: the id parts them.
        payment.add("d", "TRANS_CHECK_MAX_TIME", T.plusSeconds(3));
        payment.add("e", "svc-payment-event-seen", T);
    }

    @Test
    void pagesThroughAllServicesTheNewestFirst() {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = list("?size=2" + cursor);
            ids.addAll(idsOf(page));
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());

        assertThat(ids)
                .containsExactly("svc-customer_b", "svc-payment_d", "svc-order_c", "svc-customer_a", "svc-payment_e");
    }

    @Test
    void filtersByStateAndGroup() {
        post("/svc-customer_a/discard", "{\"reason\":\"A test.\"}", 200);

        assertThat(idsOf(list("?group=" + CREDIT))).containsExactly("svc-customer_b", "svc-customer_a");
        assertThat(idsOf(list("?group=" + CREDIT + "&state=OPEN"))).containsExactly("svc-customer_b");
        assertThat(idsOf(list("?state=DISCARDED"))).containsExactly("svc-customer_a");
        assertThat(get("?state=LOST").code()).isEqualTo("INVALID_FIELD");
        assertThat(get("?cursor=nonsense").code()).isEqualTo("INVALID_FIELD");
    }

    @Test
    void aServiceThatIsDownHidesNobodyElsesLetters() {
        order.failure = new Refusal(ErrorCode.SERVICE_UNAVAILABLE, "Down.");

        JsonNode page = list("");

        assertThat(idsOf(page)).containsExactly("svc-customer_b", "svc-payment_d", "svc-customer_a", "svc-payment_e");
        assertThat(page.get("unanswered").toString()).isEqualTo("[\"svc-order\"]");
    }

    @Test
    void isUnavailableWhereNobodyAnswers() {
        Refusal down = new Refusal(ErrorCode.SERVICE_UNAVAILABLE, "Down.");
        List.of(customer, order, payment).forEach(letters -> letters.failure = down);

        Answer answer = get("");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
    }

    @Test
    void showsOneWithItsBodyAndActions() {
        post("/svc-customer_a/discard", "{\"reason\":\"A test.\"}", 200);

        JsonNode letter = get("/svc-customer_a").json();

        assertThat(letter.get("service").asString()).isEqualTo("svc-customer");
        assertThat(letter.get("body").asString()).isEqualTo("{}");
        assertThat(letter.at("/evidence/applied").asString()).isEqualTo("NO");
        assertThat(letter.at("/actions/0/reason").asString()).isEqualTo("A test.");
        assertThat(letter.get("resolved_by").asString()).isEqualTo("staff");
        assertThat(list("").get("items").get(0).has("body")).isFalse();
    }

    @Test
    void redrivesOneOnce() {
        assertThat(post("/svc-customer_a/redrive", "{\"reason\":\"Mended.\"}", 200)
                        .get("outcome")
                        .asString())
                .isEqualTo("APPLIED");

        JsonNode again = post("/svc-customer_a/redrive", "{}", 200);

        assertThat(again.get("outcome").asString()).isEqualTo("WAS_REDRIVEN");
        assertThat(again.at("/dead_letter/state").asString()).isEqualTo("REDRIVEN");
    }

    @Test
    void redrivesManyAndSaysWhatBecameOfEach() {
        post("/svc-customer_a/discard", "{\"reason\":\"A test.\"}", 200);

        JsonNode answer = post(
                "/redrive",
                "{\"ids\":[\"svc-customer_b\",\"svc-customer_a\",\"svc-order_none\",\"svc-nobody_x\",\"svc-payment_e\"]}",
                200);

        assertThat(outcomes(answer))
                .containsExactly(
                        "svc-customer_b APPLIED",
                        "svc-customer_a REFUSED DEAD_LETTER_RESOLVED",
                        "svc-order_none REFUSED DEAD_LETTER_NOT_FOUND",
                        "svc-nobody_x REFUSED DEAD_LETTER_NOT_FOUND",
                        "svc-payment_e APPLIED");
    }

    @Test
    void redrivesTheOldestOfAGroupUpToALimit() {
        payment.failure = new Refusal(ErrorCode.SERVICE_UNAVAILABLE, "Down.");

        JsonNode answer = post("/redrive", "{\"group\":\"" + CREDIT + "\",\"limit\":1}", 200);

        assertThat(outcomes(answer)).containsExactly("svc-customer_a APPLIED");
        assertThat(answer.get("unanswered").toString()).isEqualTo("[\"svc-payment\"]");
    }

    @Test
    void refusesARedriveOfManyThatSaysNotWhich() {
        for (String body : List.of(
                "{}",
                "{\"ids\":[]}",
                "{\"ids\":[null]}",
                "{\"ids\":[\"a\"],\"group\":\"g\"}",
                "{\"group\":\"g\",\"limit\":0}",
                "{\"group\":\"g\",\"limit\":101}")) {
            Answer answer = http.send("POST", ROUTE + "/redrive", body, asStaff());
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.code()).as(body).isEqualTo("INVALID_FIELD");
        }
    }

    @Test
    void discardsForAReasonOnly() {
        assertThat(http.send("POST", ROUTE + "/svc-customer_a/discard", "{}", asStaff())
                        .code())
                .isEqualTo("INVALID_FIELD");
        assertThat(http.send("POST", ROUTE + "/svc-customer_a/discard", "{\"reason\":\" \"}", asStaff())
                        .code())
                .isEqualTo("INVALID_FIELD");
    }

    @Test
    void isForTheStaffOnly() {
        assertThat(http.get(ROUTE, asCustomer()).status()).isEqualTo(403);
        assertThat(http.send("POST", ROUTE + "/redrive", "{\"group\":\"g\"}", asCustomer())
                        .status())
                .isEqualTo(403);
    }

    private JsonNode list(String query) {
        Answer answer = get(query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Answer get(String path) {
        return http.get(ROUTE + path, asStaff());
    }

    private JsonNode post(String path, String body, int status) {
        Answer answer = http.send("POST", ROUTE + path, body, asStaff());
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json();
    }

    private static List<String> idsOf(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private static List<String> outcomes(JsonNode answer) {
        return answer.get("items")
                .valueStream()
                .map(item ->
                        item.get("id").asString() + " " + item.get("outcome").asString()
                                + (item.get("code").isNull()
                                        ? ""
                                        : " " + item.get("code").asString()))
                .toList();
    }
}
