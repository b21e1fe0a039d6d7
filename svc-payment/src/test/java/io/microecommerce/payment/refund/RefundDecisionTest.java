package io.microecommerce.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.payment.PaymentMethod;
import io.microecommerce.payment.pay.Decision;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefundDecisionTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void noRowIsUnknownBecauseItsInsertMayBeOnTheWay() {
        assertThat(RefundDecision.of(Optional.empty(), 1)).isEqualTo(Decision.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "INITIATED, UNKNOWN",
        "HELD, UNKNOWN",
        "GIVEN, COMMIT",
        "DONE, COMMIT",
        "RELEASED, ROLLBACK",
        "REFUSED, ROLLBACK",
        "EXPIRED, ROLLBACK"
    })
    void theRowDecidesAboutItsOwnAttempt(RefundStatus status, Decision expected) {
        assertThat(RefundDecision.of(Optional.of(refund(status, 1)), 1)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(
            value = RefundStatus.class,
            names = {"GIVEN", "DONE"},
            mode = EnumSource.Mode.EXCLUDE)
    void anEarlierAttemptIsDroppedOnceALaterOneExists(RefundStatus status) {
        assertThat(RefundDecision.of(Optional.of(refund(status, 2)), 1)).isEqualTo(Decision.ROLLBACK);
    }

    @ParameterizedTest
    @EnumSource(
            value = RefundStatus.class,
            names = {"GIVEN", "DONE"})
    void aRefundThatIsGivenCommitsWhicheverAttemptAsks(RefundStatus status) {
        assertThat(RefundDecision.of(Optional.of(refund(status, 2)), 1)).isEqualTo(Decision.COMMIT);
    }

    private static Refund refund(RefundStatus status, int attempt) {
        boolean given = status == RefundStatus.GIVEN || status == RefundStatus.DONE;
        return new Refund(
                "refund",
                "payment",
                "order",
                "customer",
                PaymentMethod.BALANCE,
                new Money("CNY", 100),
                "xid",
                true,
                "Torn.",
                OrderStatus.PAID,
                status,
                attempt,
                false,
                null,
                null,
                "hash",
                NOW,
                given ? NOW : null,
                status == RefundStatus.DONE ? NOW : null);
    }
}
