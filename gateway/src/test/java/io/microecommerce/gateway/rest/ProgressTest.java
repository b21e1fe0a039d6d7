package io.microecommerce.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.payment.PaymentView.Status;
import io.microecommerce.gateway.EventStream;
import io.microecommerce.gateway.FakeServices;
import io.microecommerce.gateway.FakeTimelines;
import io.microecommerce.gateway.Http.Answer;
import io.microecommerce.gateway.StorefrontTest;
import io.microecommerce.timeline.Chapter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/** How an order's payment goes on, as it does, and who may hear of it. */
@TestPropertySource(properties = "shop.gateway.progress.streams-of-one-caller=2")
@ExtendWith(OutputCaptureExtension.class)
class ProgressTest extends StorefrontTest {

    private static final String ROUTE = "/api/v1/order/order-1/progress";

    @Autowired
    private FakeTimelines timelines;

    private final List<EventStream> streams = new ArrayList<>();

    @BeforeEach
    void aPaymentIsUnderWay() {
        timelines.silent.clear();
        services.payment = FakeServices.payment(Status.PROCESSING, null, null);
    }

    @AfterEach
    void comesToRest() {
        services.failure = null;
        services.payment = FakeServices.payment(Status.PAID, null, null);
        streams.forEach(EventStream::awaitEnd);
    }

    private EventStream follow(String[] headers) throws Exception {
        EventStream stream = EventStream.open(port(), ROUTE, headers);
        streams.add(stream);
        return stream;
    }

    private static void awaitEvents(EventStream stream, int count) {
        await().until(() -> stream.all("data").size() == count);
    }

    @Test
    void tellsOfThePaymentNowAndOfEachChangeUntilItRests(CapturedOutput output) throws Exception {
        EventStream stream = follow(asCustomer());
        awaitEvents(stream, 1);
        assertThat(stream.response().headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/event-stream");
        assertThat(stream.response().headers().firstValue("X-Accel-Buffering")).contains("no");
        JSONAssert.assertEquals(
                """
                {"order_id": "order-1", "order_status": "PENDING_PAYMENT", "at_rest": false,
                 "payment": {"id": "pay-1", "status": "PROCESSING", "code": null, "code_url": null, "refund": null},
                 "steps": [{"at": "2026-01-02T03:04:05Z", "kind": "OPENED", "attempt": 1, "text": "Text."},
                           {"at": "2026-01-02T03:04:05Z", "kind": "BEGUN", "attempt": 1, "text": "Text."}]}""",
                stream.all("data").get(0),
                JSONCompareMode.STRICT);

        services.payment = FakeServices.payment(Status.PAID, null, null);

        stream.awaitEnd();
        assertThat(stream.all("event")).containsExactly("progress", "progress");
        assertThat(stream.all("data").get(1)).contains("\"at_rest\":true", "\"status\":\"PAID\"");
        assertThat(output).doesNotContain("ERROR", "Exception");
    }

    @Test
    void asksForTheOwnersOrderAndForStaffForAnybodys() throws Exception {
        awaitEvents(follow(asCustomer()), 1);
        assertThat(services.asked).startsWith("alice", "order-1", "alice", "pay-1");
        assertThat(timelines.asked.get(Chapter.PAYMENT).forStaff()).isFalse();
        comesToRest();
        aPaymentIsUnderWay();
        services.asked.clear();

        awaitEvents(follow(asStaff()), 1);

        assertThat(services.asked).startsWith("staff", "order-1", "alice", "pay-1");
    }

    @Test
    void refusesInProblemsAsItsNeighboursDo() {
        services.failure = new Refusal(ErrorCode.ORDER_NOT_FOUND, "You have no such order.");
        Answer others = http.get(ROUTE, asCustomer("Accept", "text/event-stream"));
        services.failure = null;
        timelines.silent.add(Chapter.PAYMENT);
        Answer silent = http.get(ROUTE, asCustomer("Accept", "text/event-stream"));
        timelines.silent.clear();

        assertThat(others.status()).isEqualTo(404);
        assertThat(others.code()).isEqualTo("ORDER_NOT_FOUND");
        assertThat(others.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(silent.status()).isEqualTo(500);
        assertThat(silent.body()).doesNotContain("secret");
        assertThat(http.get(ROUTE).status()).isEqualTo(401);
        assertThat(http.get(ROUTE, asCustomer("Accept", "application/json")).status())
                .isEqualTo(406);
        assertThat(http.get("/api/v1/order/a%20b/progress", asCustomer()).code())
                .isEqualTo("INVALID_FIELD");
    }

    @Test
    void letsOneCallerHaveSoManyAndOthersTheirOwn() throws Exception {
        awaitEvents(follow(asCustomer()), 1);
        awaitEvents(follow(asCustomer()), 1);

        Answer third = http.get(ROUTE, asCustomer("Accept", "text/event-stream"));

        assertThat(third.status()).isEqualTo(429);
        assertThat(third.code()).isEqualTo("RATE_LIMITED");
        awaitEvents(follow(asStaff()), 1);
    }

    @Test
    void endsWithTheSession() throws Exception {
        String token = logIn("alice@example.com");
        EventStream stream = follow(headers(token));
        awaitEvents(stream, 1);

        http.send("DELETE", "/api/v1/session", null, headers(token));

        stream.awaitEnd();
        assertThat(stream.all("data")).hasSize(1);
    }

    @Test
    void endsWhenAServiceFallsSilent(CapturedOutput output) throws Exception {
        EventStream stream = follow(asCustomer());
        awaitEvents(stream, 1);

        services.failure = new Refusal(ErrorCode.SERVICE_UNAVAILABLE, "svc-payment is away.");

        stream.awaitEnd();
        assertThat(stream.all("data")).hasSize(1);
        await().untilAsserted(() -> assertThat(output).contains("order order-1 is not told any further"));
    }
}
