package io.microecommerce.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.gateway.Http.Answer;
import io.microecommerce.gateway.StorefrontTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** What is configured is answered, and what is not is null. */
@TestPropertySource(properties = "SEATA_CONSOLE_URL=http://127.0.0.1:7091/")
class StaffLinkTest extends StorefrontTest {

    @Test
    void namesTheToolsThatAreConfigured() {
        Answer links = http.send("GET", "/api/v1/staff/link", null, asStaff());

        assertThat(links.status()).isEqualTo(200);
        assertThat(links.body()).isEqualTo("{\"seata_console\":\"http://127.0.0.1:7091/\",\"trace\":null}");
    }
}
