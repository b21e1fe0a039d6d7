package io.microecommerce.customer.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginLimitsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void restsLongerWithEachFailureUntilTheLongest() {
        assertThat(new LoginLimits(3, MINUTE, MINUTE.multipliedBy(5), DAY).rests())
                .containsExactly(
                        Duration.ZERO,
                        Duration.ZERO,
                        MINUTE,
                        MINUTE.multipliedBy(2),
                        MINUTE.multipliedBy(4),
                        MINUTE.multipliedBy(5));
        assertThat(new LoginLimits(1, MINUTE, MINUTE, DAY).rests()).containsExactly(MINUTE);
    }

    @Test
    void refusesLimitsThatLimitNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LoginLimits(0, MINUTE, MINUTE, DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> new LoginLimits(101, MINUTE, MINUTE, DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> new LoginLimits(5, Duration.ZERO, MINUTE, DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> new LoginLimits(5, MINUTE.plusSeconds(1), MINUTE, DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> new LoginLimits(5, MINUTE, DAY.plusSeconds(1), DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> new LoginLimits(5, MINUTE, DAY, DAY));
    }
}
