package io.microecommerce.service.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.service.start.TryCalls.TryCall;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeoutOrderTest {

    private static final StatementTimes STATEMENTS = new StatementTimes(2_000, 2_000, 10_000);
    private static final List<TryCall> CALLS = List.of(new TryCall("StockFacade.reserve", 0, 3_000));
    private static final GlobalTransactionTimes TRANSACTION = transaction(10, 12);

    @Test
    void startsWhenTheyNest() {
        assertThatCode(() -> TimeoutOrder.require(STATEMENTS, CALLS, TRANSACTION))
                .doesNotThrowAnyException();
        assertThatCode(() -> TimeoutOrder.require(STATEMENTS, List.of(), null)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 10000, statement_timeout is off",
        "2000, 0, 10000, lock_timeout is 0 ms",
        "2000, 2001, 10000, lock_timeout is 2001 ms",
        "2000, 2000, 0, socketTimeout is 0 ms",
        "2000, 2000, 2000, socketTimeout is 2000 ms",
        "3000, 2000, 10000, statement_timeout (3000 ms) is not shorter than the wait for a Try",
    })
    void refusesStatementsThatOutlastTheirCall(long statement, long lock, long socket, String sentence) {
        StatementTimes times = new StatementTimes(statement, lock, socket);

        refuses(times, List.of(), null, sentence);
    }

    @Test
    void refusesACallThatIsGivenUpBeforeItsStatements() {
        refuses(
                STATEMENTS,
                List.of(new TryCall("StockFacade.reserve", 0, 2_000)),
                null,
                "statement_timeout (2000 ms) is not shorter than Dubbo's timeout for StockFacade.reserve (2000 ms)");
    }

    @Test
    void refusesATransactionThatEndsBeforeItsCalls() {
        refuses(
                STATEMENTS,
                CALLS,
                transaction(3, 12),
                "Dubbo's timeout for StockFacade.reserve (3000 ms) is not shorter than the global transaction (3000 ms)");
    }

    @Test
    void refusesARowThatDecidesBeforeTheTransactionEnds() {
        refuses(
                STATEMENTS,
                CALLS,
                transaction(12, 12),
                "The global transaction (12000 ms) is not shorter than decide_by (12000 ms)");
    }

    private static void refuses(
            StatementTimes statements, List<TryCall> calls, GlobalTransactionTimes transaction, String sentence) {
        assertThatThrownBy(() -> TimeoutOrder.require(statements, calls, transaction))
                .isInstanceOf(UnsafeSettingException.class)
                .hasMessageContaining(sentence);
    }

    private static GlobalTransactionTimes transaction(int timeoutSeconds, int decideSeconds) {
        return new GlobalTransactionTimes(
                Duration.ofSeconds(timeoutSeconds), Duration.ofSeconds(decideSeconds), "shop.payment.decide-within");
    }
}
