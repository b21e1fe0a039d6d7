package io.microecommerce.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.gateway.Http.Answer;
import io.microecommerce.gateway.StorefrontTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** That a session ends, and with it its tokens; and that it goes on. */
class SessionTest extends StorefrontTest {

    private JsonNode session() {
        return http.send(
                        "POST",
                        "/api/v1/session",
                        "{\"email\": \"alice@example.com\", \"password\": \"demo-password\"}")
                .json();
    }

    private static String[] with(JsonNode session) {
        return headers(session.get("token").asString());
    }

    private Answer me(JsonNode session) {
        return http.get("/api/v1/customer/me", with(session));
    }

    private Answer refresh(String token) {
        return http.send("POST", "/api/v1/session/refresh", "{\"refresh_token\": \"" + token + "\"}");
    }

    private void assertEnded(JsonNode session) {
        Answer answer = me(session);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    @Test
    void endsAtOnceByLoggingOutAndNoOtherWithIt() {
        JsonNode session = session();
        JsonNode other = session();
        assertThat(me(session).status()).isEqualTo(200);
        assertThat(http.send("DELETE", "/api/v1/session", null, with(session)).status())
                .isEqualTo(204);
        assertEnded(session);
        // Also when nobody can be asked any more.
        services.sessionFailure = new IllegalStateException("away");
        assertEnded(session);
        assertThat(me(other).status()).isEqualTo(200);
        assertThat(http.send("DELETE", "/api/v1/session", null).status()).isEqualTo(401);
    }

    @Test
    void endsAtOnceByANewPassword() {
        JsonNode session = session();
        JsonNode other = session();
        assertThat(me(other).status()).isEqualTo(200);
        http.send(
                "PUT",
                "/api/v1/customer/me/password",
                "{\"current_password\": \"demo-password\", \"password\": \"another one\"}",
                with(session));
        assertEnded(session);
        assertEnded(other);
    }

    @Test
    void endsAtOnceWithTheAccountAndWithTheRole() {
        JsonNode session = session();
        http.send("DELETE", "/api/v1/customer/me", null, with(session));
        assertEnded(session);
        JsonNode demoted = session();
        assertThat(me(demoted).status()).isEqualTo(200);
        http.send("PUT", "/api/v1/staff/customer/alice/role", "{\"staff\": false}", asStaff());
        assertEnded(demoted);
    }

    @Test
    void goesOnUnderANewToken() {
        JsonNode session = session();
        Answer refreshed = refresh(session.get("refresh_token").asString());
        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(refreshed.json().propertyNames())
                .containsExactlyInAnyOrder("token", "expires_at", "refresh_token", "refresh_expires_at");
        assertThat(me(refreshed.json()).status()).isEqualTo(200);
        // It is the same session.
        http.send("DELETE", "/api/v1/session", null, with(session));
        assertEnded(refreshed.json());
        Answer late = refresh(session.get("refresh_token").asString());
        assertThat(late.status()).isEqualTo(401);
        assertThat(late.code()).isEqualTo("SESSION_ENDED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | INVALID_FIELD",
                "{\"refresh_token\": \"\"} | INVALID_FIELD",
                "{\"refresh_token\": 5} | INVALID_FIELD",
                "{\"token\": \"x\"} | UNKNOWN_FIELD",
                "[] | MALFORMED_REQUEST"
            })
    void refusesARefreshThatIsNone(String body, String code) {
        Answer answer = http.send("POST", "/api/v1/session/refresh", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        Answer tooLong = refresh("x".repeat(201));
        assertThat(tooLong.status()).isEqualTo(400);
    }

    @Test
    void isAskedForOnceInAWhile() {
        JsonNode session = session();
        int before = services.askedForSessions.get();
        for (int i = 0; i < 20; i++) {
            assertThat(me(session).status()).isEqualTo(200);
        }
        assertThat(services.askedForSessions.get() - before).isBetween(1, 5);
        assertThat(http.get("/api/v1/category", with(session)).status()).isEqualTo(200);
    }

    @Test
    void isTakenToStandWhileNobodySays() {
        JsonNode session = session();
        services.sessionFailure = new IllegalStateException("away");
        assertThat(me(session).status()).isEqualTo(200);
        assertThat(http.send(
                                "POST",
                                "/api/v1/payment",
                                "{\"order_id\": \"order-1\", \"method\": \"balance\"}",
                                headers(session.get("token").asString(), "Idempotency-Key", "k1"))
                        .status())
                .isEqualTo(201);
    }
}
