package io.microecommerce.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.gateway.Http.Answer;
import io.microecommerce.gateway.StorefrontTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** An import for which there is no time. */
@TestPropertySource(properties = "shop.gateway.import-limit=0ms")
class LongImportTest extends StorefrontTest {

    @Test
    void handsBackWhatItDidNotBegin() {
        Answer answer = http.send(
                "POST", "/api/v1/staff/product/import", "{}\n\n{}", asStaff("Content-Type", "application/x-ndjson"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/refused/1/line").asInt()).isEqualTo(3);
        assertThat(answer.json().at("/refused/1/code").asString()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(answer.json().at("/refused/1/detail").asString()).contains("not begun");
        assertThat(staffServices.imported).isEmpty();
    }
}
