package io.microecommerce.product.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class RefreshedLowStockThresholdTest {

    private final MockEnvironment environment =
            new MockEnvironment().withProperty(RefreshedLowStockThreshold.PROPERTY, "5");

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1_000_000})
    void followsAValidThreshold(long pieces) {
        RefreshedLowStockThreshold threshold = new RefreshedLowStockThreshold(environment);

        change(threshold, " " + pieces + " ");

        assertThat(threshold.pieces()).isEqualTo(pieces);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1000001", "99999999999999999999", "few", "5.5", ""})
    void keepsTheOldThresholdWhenTheNewOneIsInvalid(String pieces, CapturedOutput log) {
        RefreshedLowStockThreshold threshold = new RefreshedLowStockThreshold(environment);

        change(threshold, pieces);

        assertThat(threshold.pieces()).isEqualTo(5);
        assertThat(log).contains("ERROR").contains("'" + pieces + "': it stays 5");
    }

    @Test
    void doesNotStartWithAnInvalidThreshold() {
        environment.setProperty(RefreshedLowStockThreshold.PROPERTY, "-1");

        assertThatIllegalStateException()
                .isThrownBy(() -> new RefreshedLowStockThreshold(environment))
                .withMessageContaining(RefreshedLowStockThreshold.PROPERTY)
                .withMessageContaining("-1");
    }

    private void change(RefreshedLowStockThreshold threshold, String pieces) {
        environment.setProperty(RefreshedLowStockThreshold.PROPERTY, pieces);
        threshold.onApplicationEvent(new EnvironmentChangeEvent(Set.of(RefreshedLowStockThreshold.PROPERTY)));
    }
}
