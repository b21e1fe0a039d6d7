package io.microecommerce.payment.pay;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.payment.pay.PaymentJournal.Note;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.apache.seata.core.context.RootContext;
import org.apache.seata.core.exception.TransactionException;
import org.apache.seata.tm.api.GlobalTransaction;
import org.apache.seata.tm.api.GlobalTransactionContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Steps 3 and 4 of the protocol: the one global transaction of a payment. This is the only class that begins one, through the
 * API rather than the annotation, because its time-out is what is left until {@code decide_by}.
 *
 * <p>It tells nobody how it ended. The row does: Seata's own answer can be wrong in both directions.
 */
@Component
public class PayTransaction {

    private static final Logger log = LoggerFactory.getLogger(PayTransaction.class);
    private static final String NAME = "pay-order";

    private final Payments payments;
    private final PaymentJournal journal;
    private final Arbiter arbiter;
    private final MoneyBranch money;
    private final OrderBranch order;
    private final StockBranch stock;
    private final PayProperties properties;
    private final AsyncTaskExecutor tryThreads;

    PayTransaction(
            Payments payments,
            PaymentJournal journal,
            Arbiter arbiter,
            MoneyBranch money,
            OrderBranch order,
            StockBranch stock,
            PayProperties properties,
            @Qualifier("tryThreads") AsyncTaskExecutor tryThreads) {
        this.payments = payments;
        this.journal = journal;
        this.arbiter = arbiter;
        this.money = money;
        this.order = order;
        this.stock = stock;
        this.properties = properties;
        this.tryThreads = tryThreads;
    }

    /** Runs inside the broker's {@code executeLocalTransaction}; no Spring transaction may be open. */
    public void execute(PayAttempt attempt) {
        Payment payment = attempt.payment();
        Duration timeout =
                payments.timeToDecide(payment.id(), payment.attempt()).minus(properties.decideMargin());
        if (timeout.isNegative() || timeout.isZero()) {
            log.warn("Payment {} attempt {} came too late to be decided in time", payment.id(), payment.attempt());
            return;
        }
        try {
            GlobalTransaction global = GlobalTransactionContext.createNew();
            global.begin((int) timeout.toMillis(), NAME);
            note(Note.BEGUN, payment, global.getXid(), null);
            finish(attempt, global, tryAll(attempt, global.getXid()));
        } catch (TransactionException unreachable) {
            // The TC decides by its store or by the time-out; the row will tell.
            log.warn(
                    "The TC did not answer for payment {} attempt {}: {}",
                    payment.id(),
                    payment.attempt(),
                    unreachable.getMessage());
            note(Note.TC_SILENT, payment, null, null);
        } finally {
            RootContext.unbind();
        }
    }

    /** The three Tries in parallel. All have returned when this does, so a rollback cannot overtake one. */
    private List<TryResult> tryAll(PayAttempt attempt, String xid) {
        List<CompletableFuture<TryResult>> running = List.of(
                tryOne("money", xid, () -> money.hold(attempt)),
                tryOne("order", xid, () -> order.hold(attempt)),
                tryOne("stock", xid, () -> stock.reserve(attempt)));
        List<TryResult> results = running.stream().map(CompletableFuture::join).toList();
        attempt.progress().reached(PayStep.TRIED);
        return results;
    }

    private CompletableFuture<TryResult> tryOne(String branch, String xid, Runnable attempt) {
        try {
            return submit(xid, attempt).handle((done, failure) -> new TryResult(branch, Optional.ofNullable(failure)));
        } catch (RejectedExecutionException noThread) {
            // A result like any other: the Tries that did start must be waited for and rolled back.
            return CompletableFuture.completedFuture(new TryResult(branch, Optional.of(noThread)));
        }
    }

    private CompletableFuture<Void> submit(String xid, Runnable attempt) {
        return CompletableFuture.runAsync(
                () -> {
                    // An unbound task would run outside the transaction without a word.
                    RootContext.bind(xid);
                    try {
                        attempt.run();
                    } finally {
                        RootContext.unbind();
                    }
                },
                tryThreads);
    }

    private void finish(PayAttempt attempt, GlobalTransaction global, List<TryResult> results)
            throws TransactionException {
        Payment payment = attempt.payment();
        if (results.stream().allMatch(TryResult::tried)) {
            note(Note.COMMIT_ASKED, payment, global.getXid(), null);
            global.commit();
            attempt.progress().reached(PayStep.COMMITTED);
            return;
        }
        results.stream()
                .filter(result -> !result.tried())
                .forEach(result -> log.info(
                        "Try of {} failed for payment {} attempt {} xid {}: {}",
                        result.branch(),
                        payment.id(),
                        payment.attempt(),
                        global.getXid(),
                        result.reason()));
        note(Note.ROLLBACK_ASKED, payment, global.getXid(), reasons(results));
        global.rollback();
        attempt.progress().reached(PayStep.ROLLED_BACK);
        results.stream()
                .flatMap(result -> result.refusal().stream())
                .findFirst()
                .ifPresent(refusal -> {
                    if (!arbiter.refuse(payment, refusal)) {
                        log.warn("Payment {} is still held; its refusal waits for a retry", payment.id());
                    }
                });
    }

    private void note(Note kind, Payment payment, @Nullable String xid, @Nullable String detail) {
        journal.note(kind, payment.id(), payment.attempt(), xid, detail);
    }

    /** For the timeline, which the customer may read: codes, and no exception's own words. */
    private static String reasons(List<TryResult> results) {
        return results.stream()
                .map(result -> result.branch() + " " + result.code())
                .collect(Collectors.joining(", "));
    }

    /** How one Try ended. A refusal is final for the key; any other failure is technical, and the key may try again. */
    private record TryResult(String branch, Optional<Throwable> failure) {

        boolean tried() {
            return failure.isEmpty();
        }

        String reason() {
            return failure.map(TryResult::unwrap).map(Throwable::toString).orElse("");
        }

        String code() {
            return failure.map(TryResult::unwrap)
                    .map(cause ->
                            cause instanceof Refusal refusal ? refusal.code().name() : "FAILED")
                    .orElse("TRIED");
        }

        Optional<Refusal> refusal() {
            return failure.map(TryResult::unwrap)
                    .filter(Refusal.class::isInstance)
                    .map(Refusal.class::cast)
                    .filter(refusal -> !refusal.code().retryable());
        }

        private static Throwable unwrap(Throwable failure) {
            Throwable cause = failure.getCause();
            return failure instanceof CompletionException && cause != null ? cause : failure;
        }
    }
}
