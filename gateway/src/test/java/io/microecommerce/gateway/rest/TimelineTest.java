package io.microecommerce.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.timeline.TimelineQuestion;
import io.microecommerce.gateway.FakeTimelines;
import io.microecommerce.gateway.Http.Answer;
import io.microecommerce.gateway.StorefrontTest;
import io.microecommerce.timeline.Chapter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.springframework.beans.factory.annotation.Autowired;

/** The timeline of an order: one account a payment out of what each service tells, and who may see it. */
class TimelineTest extends StorefrontTest {

    private static final String TIMELINE = "/api/v1/order/order-1/timeline";

    @Autowired
    private FakeTimelines timelines;

    @BeforeEach
    void everybodyAnswers() {
        timelines.silent.clear();
        timelines.asked.clear();
    }

    private static String entry(String source, String kind, String attempt, String xid, String traceId) {
        return """
            {"at": "2026-01-02T03:04:05Z", "source": "%s", "kind": "%s", "attempt": %s, "xid": %s, "trace_id": %s,
             "text": "Text."}"""
                .formatted(source, kind, attempt, xid, traceId);
    }

    @Test
    void tellsOneAccountAPaymentInTheOrderOfTheProtocol() throws Exception {
        Answer answer = http.get(TIMELINE, asCustomer());

        String trace = "\"0123456789abcdef0123456789abcdef\"";
        JSONAssert.assertEquals(
                """
                {"order_id": "order-1", "missing": [], "entries": [%s],
                 "payments": [{"id": "pay-1", "status": "INITIATED", "attempts": 1, "fences_forgotten": false,
                               "entries": [%s, %s, %s, %s]}]}"""
                        .formatted(
                                entry("svc-order", "ORDER_PLACED", "null", "null", "null"),
                                entry("svc-payment", "OPENED", "1", "null", trace),
                                entry("svc-payment", "BEGUN", "1", "\"xid-1\"", trace),
                                entry("svc-order", "ORDER_HELD", "1", "\"xid-1\"", trace),
                                entry("svc-product", "STOCK_RESERVED", "1", "\"xid-1\"", trace)),
                answer.body(),
                JSONCompareMode.STRICT);
        assertThat(timelines.asked.get(Chapter.STOCK))
                .isEqualTo(new TimelineQuestion("order-1", List.of("pay-1"), List.of("xid-1"), false));
    }

    @Test
    void asksForStaffMoreThanForTheOwner() {
        http.get(TIMELINE, asStaff());

        assertThat(timelines.asked.get(Chapter.CUSTOMER).forStaff()).isTrue();
        assertThat(services.asked).as("staff need no order of their own").isEmpty();
    }

    @Test
    void saysWhoDidNotAnswerAndTellsTheRest() {
        timelines.silent.addAll(List.of(Chapter.PAYMENT, Chapter.CUSTOMER));

        Answer answer = http.get(TIMELINE, asStaff());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("missing"))
                .extracting(name -> name.asString())
                .containsExactly("svc-payment", "svc-customer");
        assertThat(answer.json().at("/payments/0/id").asString()).isEqualTo("pay-1");
        assertThat(answer.json().at("/payments/0/status").isNull()).isTrue();
        assertThat(answer.json().at("/payments/0/entries").size()).isEqualTo(2);
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void hidesOthersOrdersAndKnowsWhatThereIsNot() {
        services.failure = new Refusal(ErrorCode.ORDER_NOT_FOUND, "You have no such order.");
        Answer others = http.get(TIMELINE, asCustomer());
        services.failure = null;
        Answer nobodys = http.get("/api/v1/order/no-such-order/timeline", asStaff());

        assertThat(List.of(others, nobodys)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("ORDER_NOT_FOUND");
        });
        assertThat(http.get(TIMELINE).status()).isEqualTo(401);
    }
}
