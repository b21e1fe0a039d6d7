package io.microecommerce.customer.config;

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
class RefreshedRatesTest {

    private final MockEnvironment environment = new MockEnvironment()
            .withProperty(RefreshedRates.COMMISSION_RATE, "500")
            .withProperty(RefreshedRates.CREDIT_POINTS, "1");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_000})
    void followsAValidRate(int rate) {
        RefreshedRates rates = new RefreshedRates(environment);

        change(rates, RefreshedRates.COMMISSION_RATE, " " + rate + " ");
        change(rates, RefreshedRates.CREDIT_POINTS, "2");

        assertThat(rates.commissionBasisPoints()).isEqualTo(rate);
        assertThat(rates.creditPointsPerUnit()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "10001", "99999999999", "5%", "5.5", ""})
    void keepsTheOldRateWhenTheNewOneIsInvalid(String rate, CapturedOutput log) {
        RefreshedRates rates = new RefreshedRates(environment);

        change(rates, RefreshedRates.COMMISSION_RATE, rate);

        assertThat(rates.commissionBasisPoints()).isEqualTo(500);
        assertThat(rates.creditPointsPerUnit()).isEqualTo(1);
        assertThat(log).contains("ERROR").contains("'" + rate + "': it stays 500");
    }

    @Test
    void doesNotStartWithAnInvalidRate() {
        environment.setProperty(RefreshedRates.COMMISSION_RATE, "10001");

        assertThatIllegalStateException()
                .isThrownBy(() -> new RefreshedRates(environment))
                .withMessageContaining(RefreshedRates.COMMISSION_RATE)
                .withMessageContaining("10001");
    }

    private void change(RefreshedRates rates, String key, String value) {
        environment.setProperty(key, value);
        rates.onApplicationEvent(new EnvironmentChangeEvent(Set.of(key)));
    }
}
