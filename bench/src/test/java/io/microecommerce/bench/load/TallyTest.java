package io.microecommerce.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final long MILLI = 1_000_000;

    private final Tally tally = new Tally(new Window(1_000 * MILLI, 2_000 * MILLI));

    @Test
    void ratesCountTheAnswersInsideTheWindow() {
        tally.orderPlaced(999 * MILLI);
        tally.orderPlaced(1_000 * MILLI);
        tally.paymentAnswered(990 * MILLI, 1_010 * MILLI, Verdict.PAID, "201");
        tally.paymentAnswered(1_990 * MILLI, 2_010 * MILLI, Verdict.PAID, "201");

        assertThat(tally.figures().ordersPlaced()).isEqualTo(1);
        assertThat(tally.figures().paymentsPaid()).isEqualTo(1);
    }

    @Test
    void theSlowCallAtTheEndOfTheWindowIsNotLost() {
        tally.paymentAnswered(1_100 * MILLI, 1_110 * MILLI, Verdict.PAID, "201");
        tally.paymentAnswered(1_999 * MILLI, 6_999 * MILLI, Verdict.UNKNOWN, "202 PROCESSING");

        assertThat(tally.figures().payment().calls()).isEqualTo(2);
        assertThat(tally.figures().payment().maxMicros()).isBetween(5_000_000L, 5_010_000L);
        assertThat(tally.figures().unpaidPayments()).isEqualTo(Map.of("202 PROCESSING (unknown)", 1L));
    }

    @Test
    void aRefusalIsCountedAndItsLatencyIsNot() {
        tally.paymentAnswered(1_100 * MILLI, 1_101 * MILLI, Verdict.NOT_PAID, "422 INSUFFICIENT_STOCK");

        assertThat(tally.figures().payment().calls()).isZero();
        assertThat(tally.figures().unpaidPayments()).isEqualTo(Map.of("422 INSUFFICIENT_STOCK", 1L));
    }
}
