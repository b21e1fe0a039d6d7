package io.microecommerce.order.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class RefreshablePaymentWindowTest {

    private final MockEnvironment environment =
            new MockEnvironment().withProperty(RefreshablePaymentWindow.PROPERTY, "30m");

    @Test
    void changesWithTheEnvironment() {
        RefreshablePaymentWindow window = new RefreshablePaymentWindow(environment);

        environment.setProperty(RefreshablePaymentWindow.PROPERTY, "5s");
        window.refresh();

        assertThat(window.get().length()).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4999ms", "604801s", "-30m", "soon", ""})
    void staysWhenTheNewValueCannotBe(String refused, CapturedOutput output) {
        RefreshablePaymentWindow window = new RefreshablePaymentWindow(environment);

        environment.setProperty(RefreshablePaymentWindow.PROPERTY, refused);
        window.refresh();

        assertThat(window.get().length()).isEqualTo(Duration.ofMinutes(30));
        assertThat(output).contains("ERROR", RefreshablePaymentWindow.PROPERTY, "stays PT30M");
    }

    @Test
    void isRefusedAtTheStartWhenItCannotBe() {
        environment.setProperty(RefreshablePaymentWindow.PROPERTY, "8d");

        assertThatIllegalArgumentException().isThrownBy(() -> new RefreshablePaymentWindow(environment));
    }
}
