package io.microecommerce.api.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Each operation gives what numbers without bounds give, or refuses because a long cannot hold it. */
class MoneyArithmeticTest {

    @Property
    void aSumIsExactOrRefused(@ForAll("amounts") long one, @ForAll("amounts") long other) {
        assertExactOrRefused(
                () -> cny(one).plus(cny(other)), BigInteger.valueOf(one).add(BigInteger.valueOf(other)));
    }

    @Property
    void aProductIsExactOrRefused(@ForAll("amounts") long minor, @ForAll("amounts") long factor) {
        assertExactOrRefused(
                () -> cny(minor).times(factor), BigInteger.valueOf(minor).multiply(BigInteger.valueOf(factor)));
    }

    @Property
    void aShareIsExactForEveryAmountAndRoundedDown(
            @ForAll("amounts") long minor, @ForAll @IntRange(max = 10_000) int basisPoints) {
        BigInteger expected = new BigDecimal(minor)
                .multiply(BigDecimal.valueOf(basisPoints))
                .divide(BigDecimal.valueOf(10_000), 0, RoundingMode.FLOOR)
                .toBigIntegerExact();

        assertThat(BigInteger.valueOf(cny(minor).share(basisPoints).minor())).isEqualTo(expected);
    }

    @Property
    void twoSharesThatMakeTheWholeLoseAtMostOneUnit(
            @ForAll("amounts") long minor, @ForAll @IntRange(max = 10_000) int basisPoints) {
        BigInteger both = BigInteger.valueOf(cny(minor).share(basisPoints).minor())
                .add(BigInteger.valueOf(cny(minor).share(10_000 - basisPoints).minor()));

        assertThat(BigInteger.valueOf(minor).subtract(both)).isBetween(BigInteger.ZERO, BigInteger.ONE);
    }

    @Property
    void aShareOutsideNothingToAllIsAMistakeOfTheCaller(@ForAll("amounts") long minor, @ForAll int basisPoints) {
        if (basisPoints < 0 || basisPoints > 10_000) {
            assertThatIllegalArgumentException().isThrownBy(() -> cny(minor).share(basisPoints));
        }
    }

    /** All of long, and often the values where arithmetic breaks. */
    @Provide
    Arbitrary<Long> amounts() {
        return Arbitraries.oneOf(
                Arbitraries.longs(),
                Arbitraries.of(
                        0L,
                        1L,
                        -1L,
                        Long.MAX_VALUE,
                        Long.MAX_VALUE - 1,
                        Long.MIN_VALUE,
                        Long.MIN_VALUE + 1,
                        // The last amounts whose product with 10,000 fits, and the first ones beyond.
                        Long.MAX_VALUE / 10_000,
                        Long.MAX_VALUE / 10_000 + 1,
                        Long.MIN_VALUE / 10_000,
                        Long.MIN_VALUE / 10_000 - 1));
    }

    private static void assertExactOrRefused(Supplier<Money> operation, BigInteger expected) {
        if (expected.bitLength() < Long.SIZE) {
            assertThat(operation.get()).isEqualTo(cny(expected.longValueExact()));
        } else {
            assertThatThrownBy(operation::get)
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.AMOUNT_TOO_LARGE));
        }
    }

    private static Money cny(long minor) {
        return new Money("CNY", minor);
    }
}
