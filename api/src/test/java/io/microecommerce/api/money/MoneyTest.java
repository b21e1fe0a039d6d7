package io.microecommerce.api.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @Test
    void addsExactly() {
        assertThat(cny(8_900).plus(cny(100))).isEqualTo(cny(9_000));
    }

    @Test
    void refusesToOverflow() {
        assertThatThrownBy(() -> cny(Long.MAX_VALUE).plus(cny(1)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.AMOUNT_TOO_LARGE));
        assertThatThrownBy(() -> cny(Long.MAX_VALUE / 2).times(3)).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesToAddAnotherCurrency() {
        assertThatThrownBy(() -> cny(1).plus(new Money("EUR", 1))).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cny", "CNYX", "C1Y"})
    void refusesWhatIsNoCurrency(String currency) {
        assertThatThrownBy(() -> new Money(currency, 1)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @CsvSource({
        "8900, 500, 445",
        "19, 500, 0",
        "20, 500, 1",
        "8900, 0, 0",
        "8900, 10000, 8900",
        "0, 10000, 0",
        "-1, 1, -1",
        "-1, 0, 0",
        "9223372036854775807, 10000, 9223372036854775807",
        "9223372036854775807, 500, 461168601842738790",
        "-9223372036854775808, 10000, -9223372036854775808",
        "922337203685478, 10000, 922337203685478"
    })
    void roundsAShareDown(long minor, int basisPoints, long expected) {
        assertThat(cny(minor).share(basisPoints)).isEqualTo(cny(expected));
    }

    private static Money cny(long minor) {
        return new Money("CNY", minor);
    }
}
