package io.microecommerce.payment.pay;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.service.trace.OpenSpan;
import io.microecommerce.service.trace.Spans;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.apache.seata.core.context.RootContext;
import org.apache.seata.core.exception.TransactionException;
import org.apache.seata.tm.api.GlobalTransaction;
import org.apache.seata.tm.api.GlobalTransactionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * One global transaction from its begin to what the TC is told of it: all Tries in parallel, then commit or rollback. This is the
 * only class that begins one, through the API rather than the annotation, because its time-out is what is left until {@code
 * decide_by}.
 *
 * <p>It tells nobody how it ended. The rows do: Seata's own answer can be wrong in both directions.
 */
@Component
public class TccTransaction {

    private static final Logger log = LoggerFactory.getLogger(TccTransaction.class);

    private final AsyncTaskExecutor tryThreads;

    TccTransaction(@Qualifier("tryThreads") AsyncTaskExecutor tryThreads) {
        this.tryThreads = tryThreads;
    }

    /** Hears of each step, in the thread that makes it. */
    public interface Steps {

        void begun(String xid);

        void tried();

        void askingToCommit(String xid);

        void committed();

        /** @param reasons each Try and its code; no exception's own words, for the customer may read them */
        void askingToRollBack(String xid, String reasons);

        void rolledBack();

        /** The TC decides by its store or by the time-out; the rows will tell. */
        void coordinatorSilent();
    }

    /**
     * Runs in the caller's thread until the TC has answered. No Spring transaction may be open.
     *
     * @param name what staff read in the TC's console
     * @param what what it is for, in the log
     * @param tries the branches, by their names
     * @return what a Try refused for good; empty if it was committed, or a failure was technical
     */
    public Optional<Refusal> run(String name, String what, Duration timeout, Map<String, Runnable> tries, Steps steps) {
        try (OpenSpan span = Spans.begin(name)) {
            return run(span, name, what, timeout, tries, steps);
        }
    }

    private Optional<Refusal> run(
            OpenSpan span, String name, String what, Duration timeout, Map<String, Runnable> tries, Steps steps) {
        try {
            GlobalTransaction global = GlobalTransactionContext.createNew();
            global.begin((int) timeout.toMillis(), name);
            span.concerning(Spans.XID, global.getXid());
            steps.begun(global.getXid());
            List<TryResult> results = tryAll(global.getXid(), tries);
            steps.tried();
            return finish(global, what, results, steps);
        } catch (TransactionException unreachable) {
            log.warn("The TC did not answer for {}: {}", what, unreachable.getMessage());
            span.failed(unreachable);
            steps.coordinatorSilent();
            return Optional.empty();
        } finally {
            RootContext.unbind();
        }
    }

    /** All have returned when this does, so a rollback cannot overtake one. */
    private List<TryResult> tryAll(String xid, Map<String, Runnable> tries) {
        List<CompletableFuture<TryResult>> running = tries.entrySet().stream()
                .map(each -> tryOne(each.getKey(), xid, each.getValue()))
                .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<TryResult> tryOne(String branch, String xid, Runnable attempt) {
        try {
            return submit(branch, xid, attempt)
                    .handle((done, failure) -> new TryResult(branch, Optional.ofNullable(failure)));
        } catch (RejectedExecutionException noThread) {
            // A result like any other: the Tries that did start must be waited for and rolled back.
            return CompletableFuture.completedFuture(new TryResult(branch, Optional.of(noThread)));
        }
    }

    private CompletableFuture<Void> submit(String branch, String xid, Runnable attempt) {
        return CompletableFuture.runAsync(
                () -> {
                    // An unbound task would run outside the transaction without a word.
                    RootContext.bind(xid);
                    try {
                        Spans.during("try " + branch, attempt);
                    } finally {
                        RootContext.unbind();
                    }
                },
                tryThreads);
    }

    private static Optional<Refusal> finish(GlobalTransaction global, String what, List<TryResult> results, Steps steps)
            throws TransactionException {
        String xid = global.getXid();
        if (results.stream().allMatch(TryResult::tried)) {
            steps.askingToCommit(xid);
            tell("commit", global::commit);
            steps.committed();
            return Optional.empty();
        }
        results.stream()
                .filter(result -> !result.tried())
                .forEach(result ->
                        log.info("Try of {} failed for {} xid {}: {}", result.branch(), what, xid, result.reason()));
        steps.askingToRollBack(xid, reasons(results));
        tell("roll back", global::rollback);
        steps.rolledBack();
        return results.stream().flatMap(result -> result.refusal().stream()).findFirst();
    }

    private static void tell(String outcome, Decision told) throws TransactionException {
        try (OpenSpan span = Spans.begin(outcome)) {
            try {
                told.tell();
            } catch (TransactionException unknown) {
                span.failed(unknown);
                throw unknown;
            }
        }
    }

    /** What the TC is told at the end. */
    private interface Decision {

        void tell() throws TransactionException;
    }

    private static String reasons(List<TryResult> results) {
        return results.stream()
                .map(result -> result.branch() + " " + result.code())
                .collect(Collectors.joining(", "));
    }
}
