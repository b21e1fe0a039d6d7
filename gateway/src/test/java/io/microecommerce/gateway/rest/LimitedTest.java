package io.microecommerce.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.gateway.Http.Answer;
import io.microecommerce.gateway.StorefrontTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Limits as clients meet them, behind a proxy that is believed: each test is another client. */
@TestPropertySource(
        properties = {
            "FORWARD_HEADERS_STRATEGY=native",
            "shop.gateway.rate-limit.client.per-second=1",
            "RATE_LIMIT_CLIENT_BURST=6",
            "shop.gateway.rate-limit.customer.per-second=1",
            "RATE_LIMIT_CUSTOMER_BURST=4",
            "shop.gateway.rate-limit.login.per-second=1",
            "RATE_LIMIT_LOGIN_BURST=3",
            "shop.gateway.cors.allowed-origins=https://shop.example"
        })
class LimitedTest extends StorefrontTest {

    private static void assertLimited(Answer answer) {
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("RATE_LIMITED");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 2);
        assertThat(answer.header("RateLimit-Remaining")).isEqualTo("0");
        assertThat(answer.header("X-Request-Id")).isNotNull();
    }

    private Answer logIn(String client, String password) {
        return http.send(
                "POST",
                "/api/v1/session",
                "{\"email\": \"alice@example.com\", \"password\": \"" + password + "\"}",
                "X-Forwarded-For",
                client,
                "Origin",
                "https://shop.example");
    }

    /** How many of twelve requests passed before the first that did not. */
    private int passed(String path, String... headers) {
        for (int i = 0; i < 12; i++) {
            Answer answer = http.get(path, headers);
            if (answer.status() == 429) {
                assertLimited(answer);
                return i;
            }
        }
        return 12;
    }

    @Test
    void limitsAClient() {
        Answer first = http.get("/api/v1/category", "X-Forwarded-For", "192.0.2.1");
        assertThat(first.header("RateLimit-Limit")).isEqualTo("6");
        assertThat(first.header("RateLimit-Remaining")).isEqualTo("5");
        // A token comes back each second, and a machine may be slow.
        assertThat(passed("/api/v1/category", "X-Forwarded-For", "192.0.2.1")).isBetween(5, 7);
        assertThat(passed("/health", "X-Forwarded-For", "192.0.2.1")).isEqualTo(12);
        assertThat(http.get("/api/v1/category", "X-Forwarded-For", "192.0.2.2").status())
                .isEqualTo(200);
    }

    @Test
    void limitsLoginsAndLetsPagesReadThat() {
        int refused = 0;
        for (int i = 0; i < 6 && refused == 0; i++) {
            Answer answer = logIn("192.0.2.3", "wrong");
            if (answer.status() == 429) {
                assertLimited(answer);
                assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example");
                assertThat(answer.header("Access-Control-Expose-Headers")).contains("Retry-After");
                refused = i;
            }
        }
        assertThat(refused).isBetween(3, 5);
    }

    @Test
    void limitsACustomerFromWhateverAddresses() {
        String token = logIn("192.0.2.4", "demo-password").json().get("token").asString();
        int passed = 0;
        while (passed < 12) {
            Answer answer = http.get("/api/v1/order", headers(token, "X-Forwarded-For", "192.0.2." + (10 + passed)));
            if (answer.status() == 429) {
                assertLimited(answer);
                break;
            }
            assertThat(answer.header("RateLimit-Limit")).isEqualTo("4");
            passed++;
        }
        assertThat(passed).isBetween(4, 6);
    }
}
