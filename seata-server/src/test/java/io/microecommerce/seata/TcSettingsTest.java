package io.microecommerce.seata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TcSettingsTest {

    @Test
    void readsACompleteEnvironment() {
        TcSettings settings = TcSettings.of(complete());

        assertThat(settings.port()).isEqualTo(8091);
        assertThat(settings.consolePort()).isEqualTo(7091);
        assertThat(settings.serverAddress())
                .as("loopback unless told otherwise")
                .isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SEATA_PORT",
                "SEATA_CONSOLE_PORT",
                "SEATA_TOKEN",
                "SEATA_CONSOLE_USERNAME",
                "SEATA_CONSOLE_PASSWORD",
                "SEATA_CONSOLE_SECRET_KEY",
                "SEATA_REGISTRY",
                "SEATA_HOME",
                "NACOS_ADDR",
                "NACOS_USERNAME",
                "NACOS_PASSWORD",
                "POSTGRES_URL",
                "POSTGRES_USER",
                "POSTGRES_PASSWORD"
            })
    void namesTheVariableThatIsMissing(String variable) {
        Map<String, String> environment = complete();
        environment.remove(variable);

        assertThatThrownBy(() -> TcSettings.of(environment))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(variable + " is not set");
    }

    @ParameterizedTest
    @CsvSource({
        "SEATA_PORT, 0",
        "SEATA_CONSOLE_PORT, 65536",
        "SEATA_PORT, many",
        "SEATA_TOKEN, short",
        "SEATA_CONSOLE_SECRET_KEY, c2hvcnQ=",
        "SEATA_CONSOLE_SECRET_KEY, not base64!",
        "SEATA_REGISTRY, zookeeper",
        "SEATA_RETRY_DEAD_MILLIS, 14999",
        "SEATA_RETRY_DEAD_MILLIS, soon",
        "POSTGRES_URL, jdbc:mysql://127.0.0.1/x"
    })
    void namesTheVariableThatIsInvalidWithoutItsValue(String variable, String value) {
        Map<String, String> environment = complete();
        environment.put(variable, value);

        assertThatThrownBy(() -> TcSettings.of(environment))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(variable + " must")
                .hasMessageNotContaining(value);
    }

    @Test
    void needsNoNacosWhenClientsNameTheAddressThemselves() {
        Map<String, String> environment = complete();
        environment.put("SEATA_REGISTRY", "file");
        environment.keySet().removeIf(variable -> variable.startsWith("NACOS_"));

        assertThat(TcSettings.of(environment).registry()).isEqualTo("file");
    }

    @Test
    void announcesItselfOnLoopbackOnlyWhereItsConsoleIs() {
        assertThat(AnnouncedAddress.isLoopback("127.0.0.1")).isTrue();
        assertThat(AnnouncedAddress.isLoopback("0.0.0.0")).isFalse();
    }

    private static Map<String, String> complete() {
        Map<String, String> environment = new HashMap<>();
        environment.put("SEATA_PORT", "8091");
        environment.put("SEATA_CONSOLE_PORT", "7091");
        environment.put("SEATA_TOKEN", "a-token-of-this-test");
        environment.put("SEATA_CONSOLE_USERNAME", "operator");
        environment.put("SEATA_CONSOLE_PASSWORD", "password-of-this-test");
        environment.put("SEATA_CONSOLE_SECRET_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        environment.put("SEATA_REGISTRY", "nacos");
        environment.put("SEATA_HOME", "target/home");
        environment.put("NACOS_ADDR", "127.0.0.1:8848");
        environment.put("NACOS_USERNAME", "seata");
        environment.put("NACOS_PASSWORD", "password-of-this-test");
        environment.put("POSTGRES_URL", "jdbc:postgresql://127.0.0.1:15432/shop_seata");
        environment.put("POSTGRES_USER", "seata");
        environment.put("POSTGRES_PASSWORD", "password-of-this-test");
        return environment;
    }
}
