package io.microecommerce.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsConfigTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*.example",
                "shop.example",
                "https://shop.example/",
                "https://shop.example/page",
                "ftp://shop.example",
                "null",
                ""
            })
    void refusesWhatIsNoExactOrigin(String origin) {
        assertThatThrownBy(() -> new CorsConfig().cors(List.of(origin)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("allowed-origins");
    }

    @Test
    void takesExactOriginsAndIsOffWithoutAny() {
        assertThat(new CorsConfig()
                        .cors(List.of("https://shop.example", "http://localhost:3000"))
                        .isEnabled())
                .isTrue();
        assertThat(new CorsConfig().cors(List.of()).isEnabled()).isFalse();
    }
}
