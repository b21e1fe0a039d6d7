package io.microecommerce.local.nacos;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.local.process.CannotStartException;
import io.microecommerce.local.process.Environment;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NacosServerTest {

    @Test
    void acceptsASigningKeyOfThirtyTwoBytes() {
        assertThatCode(() -> NacosServer.requireTokenSecretKey(
                        key(Base64.getEncoder().encodeToString(new byte[32]))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "c2hvcnQ="})
    void refusesASigningKeyThatIsTooShortOrNotBase64(String value) {
        assertThatThrownBy(() -> NacosServer.requireTokenSecretKey(key(value)))
                .isInstanceOf(CannotStartException.class)
                .hasMessage("NACOS_TOKEN_SECRET_KEY must be base64 of at least 32 bytes");
    }

    private static Environment key(String value) {
        return new Environment(Map.of("NACOS_TOKEN_SECRET_KEY", value));
    }
}
