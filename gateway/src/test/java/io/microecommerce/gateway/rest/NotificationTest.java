package io.microecommerce.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.microecommerce.gateway.EventStream;
import io.microecommerce.gateway.FakeStaffServices;
import io.microecommerce.gateway.Http.Answer;
import io.microecommerce.gateway.StorefrontTest;
import io.microecommerce.gateway.TestKey;
import io.microecommerce.gateway.token.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/** What staff are told, as a list and as it comes. */
@TestPropertySource(properties = "shop.gateway.notification-listeners=4")
@ExtendWith(OutputCaptureExtension.class)
class NotificationTest extends StorefrontTest {

    private static final String ROUTE = "/api/v1/staff/notification";

    private EventStream listen(String... more) throws Exception {
        return EventStream.open(port(), ROUTE, asStaff(more));
    }

    /** Later than the moment it is called, so that whoever listens then has not missed it. */
    private void happens(String id, String kind) {
        staffServices.happened.add(
                FakeStaffServices.notification(id, kind, Instant.now().plusMillis(1)));
    }

    @Test
    void listsWhatHappened() throws Exception {
        services.more = true;
        Answer answer = http.get(ROUTE + "?unread=true&cursor=c1&size=2", asStaff());
        JSONAssert.assertEquals(
                """
                {"items": [
                  {"id": "n-3", "kind": "ORDER_REFUNDED", "order_id": "subject-1", "sku_id": null, "text": "Text.",
                   "created_at": "2026-01-02T03:04:05Z", "read_at": null, "read_by": null},
                  {"id": "n-2", "kind": "LOW_STOCK", "order_id": null, "sku_id": "subject-1", "text": "Text.",
                   "created_at": "2026-01-02T03:04:05Z", "read_at": null, "read_by": null},
                  {"id": "n-1", "kind": "ORDER_PAID", "order_id": "subject-1", "sku_id": null, "text": "Text.",
                   "created_at": "2026-01-02T03:04:05Z", "read_at": null, "read_by": null}], "next": "c2"}""",
                answer.body(),
                JSONCompareMode.STRICT);
        assertThat(services.asked).isEqualTo(List.of(true, "c1", 2));
        for (String accept : List.of("*/*", "application/json", "text/html, */*;q=0.8")) {
            assertThat(http.get(ROUTE, asStaff("Accept", accept)).header("Content-Type"))
                    .isEqualTo("application/json");
        }
        assertThat(services.asked).endsWith(false, "null", 20);
        assertThat(http.get(ROUTE + "?unread=perhaps", asStaff()).code()).isEqualTo("INVALID_FIELD");
    }

    @Test
    void marksWhatWasRead() throws Exception {
        Answer answer = http.send("POST", ROUTE + "/n-1/read", null, asStaff());
        assertThat(answer.status()).isEqualTo(200);
        JSONAssert.assertEquals(
                """
                {"id": "n-1", "kind": "ORDER_PAID", "order_id": "subject-1", "sku_id": null, "text": "Text.",
                 "created_at": "2026-01-02T03:04:05Z", "read_at": "2026-01-02T03:04:06Z", "read_by": "staff"}""",
                answer.body(),
                JSONCompareMode.STRICT);
        assertThat(services.asked).containsExactly("n-1", "staff");
        assertThat(http.send("POST", ROUTE + "/a%20b/read", null, asStaff()).code())
                .isEqualTo("INVALID_FIELD");
    }

    @Test
    void tellsAllWhoListenAsItHappens() throws Exception {
        EventStream one = listen();
        EventStream two = listen();
        assertThat(one.response().statusCode()).isEqualTo(200);
        assertThat(one.response().headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/event-stream");
        assertThat(one.response().headers().firstValue("X-Request-Id")).isPresent();
        happens("n-1", "ORDER_PAID");
        one.awaitIds("n-1");
        happens("n-2", "LOW_STOCK");
        one.awaitIds("n-1", "n-2");
        two.awaitIds("n-1", "n-2");
        assertThat(one.all("event")).containsExactly("ORDER_PAID", "LOW_STOCK");
        String data = one.all("data").get(1);
        JSONAssert.assertEquals(
                "{\"id\": \"n-2\", \"kind\": \"LOW_STOCK\", \"order_id\": null, \"sku_id\": \"subject-1\"}",
                data,
                JSONCompareMode.STRICT_ORDER);
        // The first thing is a comment, by which the client knows that it is heard.
        assertThat(one.lines().get(0)).startsWith(":");
        EventStream.closeAll(one, two);
    }

    @Test
    void tellsWhoComesBackWhatTheyMissed() throws Exception {
        EventStream first = listen();
        happens("m-1", "ORDER_PAID");
        happens("m-2", "ORDER_PAID");
        happens("m-3", "ORDER_PAID");
        first.awaitIds("m-1", "m-2", "m-3");
        EventStream back = listen("Last-Event-ID", "m-1");
        back.awaitIds("m-2", "m-3");
        EventStream fresh = listen();
        happens("m-4", "ORDER_PAID");
        fresh.awaitIds("m-4");
        back.awaitIds("m-2", "m-3", "m-4");
        EventStream.closeAll(first, back, fresh);
    }

    @Test
    void asksForAllListenersAtOnceAndForNobodyNotAtAll(CapturedOutput output) throws Exception {
        EventStream[] streams = {listen(), listen(), listen()};
        int before = staffServices.askedForNews.get();
        await().until(() -> staffServices.askedForNews.get() >= before + 3);
        EventStream.closeAll(streams);
        AtomicInteger last = new AtomicInteger();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(2_500))
                .until(() -> {
                    int now = staffServices.askedForNews.get();
                    // A listener that went away is noticed when it is written to.
                    happens("x-" + now, "ORDER_PAID");
                    return last.getAndSet(now) == now;
                });
        assertThat(output).doesNotContain("ERROR", "Exception");
    }

    @Test
    void letsNoMoreListenThanItCanServe() throws Exception {
        List<EventStream> streams = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            streams.add(listen());
        }
        Answer answer = http.get(ROUTE, asStaff("Accept", "text/event-stream"));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        EventStream.closeAll(streams.toArray(EventStream[]::new));
    }

    @Test
    void tellsStaffAlone() {
        Answer anonymous = http.get(ROUTE, "Accept", "text/event-stream");
        assertThat(anonymous.status()).isEqualTo(401);
        assertThat(anonymous.code()).isEqualTo("UNAUTHENTICATED");
        Answer customer = http.get(ROUTE, asCustomer("Accept", "text/event-stream"));
        assertThat(customer.status()).isEqualTo(403);
        assertThat(customer.code()).isEqualTo("FORBIDDEN");
    }

    @Test
    void endsWithTheSession(CapturedOutput output) throws Exception {
        String token = logIn("staff@example.com");
        EventStream stream = EventStream.open(port(), ROUTE, headers(token));
        EventStream other = listen();
        http.send("DELETE", "/api/v1/session", null, headers(token));
        stream.awaitEnd();
        happens("e-1", "ORDER_PAID");
        other.awaitIds("e-1");
        assertThat(stream.all("id")).isEmpty();
        other.close();
        assertThat(output).doesNotContain("ERROR", "Exception");
    }

    @Test
    void endsWithTheToken() throws Exception {
        ECKey key = SigningKey.read(TestKey.FILE);
        Instant now = Instant.now();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer("micro-ecommerce-gateway")
                        .audience("micro-ecommerce-storefront")
                        .subject("staff")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(4)))
                        .claim("staff", true)
                        .claim("sid", "s-short")
                        .build());
        token.sign(new ECDSASigner(key));
        EventStream stream = EventStream.open(port(), ROUTE, headers(token.serialize()));
        assertThat(stream.response().statusCode()).isEqualTo(200);
        stream.awaitEnd();
        assertThat(Instant.now()).isAfter(now.plusSeconds(3));
    }

    @Test
    void knowsNoOtherWayToTell() {
        Answer answer = http.get(ROUTE, asStaff("Accept", "application/xml"));
        assertThat(answer.status()).isEqualTo(406);
    }
}
