package io.microecommerce.service.start;

import io.microecommerce.api.TryPhase;
import io.microecommerce.service.start.TryCalls.TryCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Time-outs nest: SQL statement, Dubbo call, global transaction, {@code decide_by}. Where an outer one ends first, somebody acts on
 * an outcome that is still open: a Try goes on after its caller has counted it as failed.
 */
final class TimeoutOrder {

    private TimeoutOrder() {}

    /** @throws UnsafeSettingException naming the two that are out of order */
    static void require(StatementTimes database, List<TryCall> calls, @Nullable GlobalTransactionTimes transaction) {
        requireStatementsEnd(database);
        if (database.statementMillis() >= TryPhase.CALL_MILLIS) {
            throw outOfOrder(
                    "PostgreSQL's statement_timeout",
                    database.statementMillis(),
                    "the wait for a Try",
                    TryPhase.CALL_MILLIS,
                    "Lower statement_timeout in spring.datasource.");
        }
        for (TryCall call : calls) {
            if (database.statementMillis() >= call.timeoutMillis()) {
                throw outOfOrder(
                        "PostgreSQL's statement_timeout",
                        database.statementMillis(),
                        "Dubbo's timeout for " + call.name(),
                        call.timeoutMillis(),
                        "Set that timeout to TryPhase.CALL_MILLIS, and remove dubbo.reference.*.timeout.");
            }
            if (transaction != null
                    && call.timeoutMillis() >= transaction.timeout().toMillis()) {
                throw outOfOrder(
                        "Dubbo's timeout for " + call.name(),
                        call.timeoutMillis(),
                        "the global transaction",
                        transaction.timeout().toMillis(),
                        "Change " + transaction.settings() + ".");
            }
        }
        if (transaction != null && transaction.timeout().compareTo(transaction.decideWithin()) >= 0) {
            throw outOfOrder(
                    "The global transaction",
                    transaction.timeout().toMillis(),
                    "decide_by",
                    transaction.decideWithin().toMillis(),
                    "Change " + transaction.settings() + ".");
        }
    }

    private static void requireStatementsEnd(StatementTimes database) {
        if (database.statementMillis() <= 0) {
            throw new UnsafeSettingException(
                    "PostgreSQL's statement_timeout is off: a statement may outlast the call that waits for it",
                    "Set it in spring.datasource, to 2000 for instance.");
        }
        if (database.lockMillis() <= 0 || database.lockMillis() > database.statementMillis()) {
            throw new UnsafeSettingException(
                    "PostgreSQL's lock_timeout is " + database.lockMillis() + " ms and statement_timeout "
                            + database.statementMillis() + " ms: a wait for a lock must end by itself",
                    "Set lock_timeout in spring.datasource to 1 ms up to statement_timeout.");
        }
        if (database.socketMillis() <= database.statementMillis()) {
            throw new UnsafeSettingException(
                    "The database driver's socketTimeout is " + database.socketMillis()
                            + " ms (0 is off) and statement_timeout " + database.statementMillis()
                            + " ms: a server that never answers would hold a thread, and one that does must be"
                            + " heard",
                    "Set socketTimeout in spring.datasource to more seconds than statement_timeout.");
        }
    }

    private static UnsafeSettingException outOfOrder(
            String inner, long innerMillis, String outer, long outerMillis, String remedy) {
        return new UnsafeSettingException(
                inner + " (" + innerMillis + " ms) is not shorter than " + outer + " (" + outerMillis
                        + " ms): the outer one would end while the inner one works",
                remedy);
    }
}
