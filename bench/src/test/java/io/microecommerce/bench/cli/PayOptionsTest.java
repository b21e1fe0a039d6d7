package io.microecommerce.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PayOptionsTest {

    @Test
    void hasDefaults() {
        assertThat(parse()).isEqualTo(new PayOptions(8, 20, Optional.empty()));
    }

    @Test
    void readsEveryOptionInAnyOrder() {
        assertThat(parse("--sku", "tee-red-m", "--seconds", "600", "--threads", "256"))
                .isEqualTo(new PayOptions(256, 600, Optional.of("tee-red-m")));
    }

    @Test
    void refusesWhatLiesOutOfBounds() {
        assertRefused("--threads lies between 1 and 256, not 0", "--threads", "0");
        assertRefused("--threads lies between 1 and 256, not 257", "--threads", "257");
        assertRefused("--seconds lies between 1 and 600, not -1", "--seconds", "-1");
        assertRefused("--seconds lies between 1 and 600, not 601", "--seconds", "601");
    }

    @Test
    void refusesWhatIsNoWholeNumber() {
        assertRefused("--threads needs a whole number, not 'many'", "--threads", "many");
        assertRefused("--seconds needs a whole number, not '1.5'", "--seconds", "1.5");
        assertRefused("--seconds needs a whole number, not '99999999999'", "--seconds", "99999999999");
    }

    @Test
    void refusesAnOptionThatIsUnknownRepeatedOrWithoutValue() {
        assertRefused("bench pay does not know '--thread'", "--thread", "1");
        assertRefused("bench pay does not know '8'", "8");
        assertRefused("--seconds needs a value", "--threads", "1", "--seconds");
        assertRefused("--threads is given twice", "--threads", "1", "--threads", "2");
    }

    @Test
    void refusesASkuThatCannotBeOne() {
        assertRefused("--sku takes 1 to 64 letters", "--sku", "../health");
        assertRefused("--sku takes 1 to 64 letters", "--sku", "");
    }

    private static PayOptions parse(String... arguments) {
        return PayOptions.parse(List.of(arguments));
    }

    private static void assertRefused(String reason, String... arguments) {
        assertThatThrownBy(() -> parse(arguments))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(reason)
                .hasMessageEndingWith(PayOptions.USAGE);
    }
}
