package io.microecommerce.payment.pay;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.payment.PaymentMethod;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void noRowIsUnknownBecauseItsInsertMayBeOnTheWay() {
        assertThat(Decision.of(Optional.empty(), 1)).isEqualTo(Decision.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "INITIATED, UNKNOWN",
        "HELD, UNKNOWN",
        "PAID, COMMIT",
        "RELEASED, ROLLBACK",
        "REFUSED, ROLLBACK",
        "EXPIRED, ROLLBACK"
    })
    void theRowDecidesAboutItsOwnAttempt(PaymentStatus status, Decision expected) {
        assertThat(Decision.of(Optional.of(payment(status, 1)), 1)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(value = PaymentStatus.class, names = "PAID", mode = EnumSource.Mode.EXCLUDE)
    void anEarlierAttemptIsDroppedOnceALaterOneExists(PaymentStatus status) {
        assertThat(Decision.of(Optional.of(payment(status, 2)), 1)).isEqualTo(Decision.ROLLBACK);
    }

    @Test
    void aPaidOrderCommitsWhicheverAttemptAsks() {
        assertThat(Decision.of(Optional.of(payment(PaymentStatus.PAID, 2)), 1)).isEqualTo(Decision.COMMIT);
    }

    private static Payment payment(PaymentStatus status, int attempt) {
        return new Payment(
                "payment",
                "customer",
                "order",
                PaymentMethod.BALANCE,
                new Money("CNY", 100),
                status,
                attempt,
                false,
                status == PaymentStatus.REFUSED ? "INSUFFICIENT_STOCK" : null,
                null,
                "hash",
                NOW,
                status == PaymentStatus.PAID ? NOW : null,
                null);
    }
}
