package io.microecommerce.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.gateway.Http.Answer;
import io.microecommerce.gateway.StorefrontTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** Pages of other origins: those that are named, and no others. */
@TestPropertySource(properties = "CORS_ALLOWED_ORIGINS=https://shop.example,https://admin.example:8443")
class CorsTest extends StorefrontTest {

    private Answer preflight(String path, String origin, String method) {
        return http.send(
                "OPTIONS",
                path,
                null,
                "Origin",
                origin,
                "Access-Control-Request-Method",
                method,
                "Access-Control-Request-Headers",
                "authorization, content-type, idempotency-key, if-match");
    }

    @Test
    void answersThePreflightOfANamedPageWithoutAToken() {
        for (String origin : List.of("https://shop.example", "https://admin.example:8443")) {
            for (String path : List.of("/api/v1/order", "/api/v1/session", "/api/v1/staff/order", "/api/v1/product")) {
                Answer answer = preflight(path, origin, "PUT");
                assertThat(answer.status()).as(path).isEqualTo(200);
                assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(origin);
                assertThat(answer.header("Access-Control-Allow-Methods")).contains("PUT", "DELETE");
                assertThat(answer.header("Access-Control-Allow-Headers"))
                        .contains("authorization", "idempotency-key", "if-match");
                assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
            }
        }
        assertThat(services.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://shop.example",
                "https://shop.example:444",
                "https://shop.example.evil.example",
                "null"
            })
    void knowsNoOtherPages(String origin) {
        Answer refused = preflight("/api/v1/order", origin, "GET");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("FORBIDDEN");
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.header("Access-Control-Allow-Origin")).isNull();
        // What is no preflight is answered, and the browser keeps it from the page.
        Answer plain = http.get("/api/v1/category", "Origin", origin);
        assertThat(plain.status()).isEqualTo(200);
        assertThat(plain.header("Access-Control-Allow-Origin")).isNull();
        assertThat(plain.header("Vary")).contains("Origin");
    }

    @Test
    void refusesThePreflightOfAMethodThatNoRouteHas() {
        assertThat(preflight("/api/v1/order", "https://shop.example", "PATCH").status())
                .isEqualTo(403);
    }

    @Test
    void letsNamedPagesReadAnswersAndProblems() {
        for (Answer answer : List.of(
                http.get("/api/v1/category", "Origin", "https://shop.example"),
                http.get("/api/v1/order", "Origin", "https://shop.example"),
                http.get("/api/v1/order", asCustomer("Origin", "https://shop.example")),
                http.get("/nothing", "Origin", "https://shop.example"))) {
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example");
            assertThat(answer.header("Access-Control-Expose-Headers"))
                    .contains("Location", "X-Request-Id", "Retry-After", "ETag");
        }
    }
}
