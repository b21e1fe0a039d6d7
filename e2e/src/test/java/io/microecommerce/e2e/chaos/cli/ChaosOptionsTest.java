package io.microecommerce.e2e.chaos.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChaosOptionsTest {

    @Test
    void takesSeedAndMinutes() {
        assertThat(ChaosOptions.parse(List.of("--seed", "7", "--minutes", "30")))
                .isEqualTo(new ChaosOptions(7, Duration.ofMinutes(30)));
        assertThat(ChaosOptions.parse(List.of())).isEqualTo(new ChaosOptions(1, Duration.ofMinutes(4)));
    }

    @Test
    void refusesWhatIsNoNumberOrTooMuch() {
        for (List<String> wrong : List.of(
                List.of("--minutes", "0"), List.of("--minutes"), List.of("--seed", "x"), List.of("--minuets", "3"))) {
            assertThatThrownBy(() -> ChaosOptions.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("./shop chaos [--seed N]");
        }
    }
}
