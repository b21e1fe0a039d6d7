package io.microecommerce.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.gateway.Http.Answer;
import io.microecommerce.gateway.StorefrontTest;
import org.junit.jupiter.api.Test;

/** Where no page is named, there is no CORS. */
class WithoutCorsTest extends StorefrontTest {

    @Test
    void sendsNoHeadersForPages() {
        Answer answer = http.get("/api/v1/category", "Origin", "https://shop.example");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        Answer preflight = http.send(
                "OPTIONS",
                "/api/v1/order",
                null,
                "Origin",
                "https://shop.example",
                "Access-Control-Request-Method",
                "GET");
        assertThat(preflight.status()).isEqualTo(401);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isNull();
    }
}
