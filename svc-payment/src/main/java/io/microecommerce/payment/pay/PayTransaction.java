package io.microecommerce.payment.pay;

import io.microecommerce.payment.pay.PaymentJournal.Note;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Steps 3 and 4 of the protocol: the global transaction of a payment, and what becomes of a payment that a Try refused. */
@Component
public class PayTransaction {

    private static final Logger log = LoggerFactory.getLogger(PayTransaction.class);

    /** What staff read in the TC's console. */
    public static final String NAME = "pay-order";

    private final Payments payments;
    private final PaymentJournal journal;
    private final Arbiter arbiter;
    private final MoneyBranch money;
    private final OrderBranch order;
    private final StockBranch stock;
    private final PayProperties properties;
    private final TccTransaction transaction;

    PayTransaction(
            Payments payments,
            PaymentJournal journal,
            Arbiter arbiter,
            MoneyBranch money,
            OrderBranch order,
            StockBranch stock,
            PayProperties properties,
            TccTransaction transaction) {
        this.payments = payments;
        this.journal = journal;
        this.arbiter = arbiter;
        this.money = money;
        this.order = order;
        this.stock = stock;
        this.properties = properties;
        this.transaction = transaction;
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
        Map<String, Runnable> tries = new LinkedHashMap<>();
        tries.put("money", () -> money.hold(attempt));
        tries.put("order", () -> order.hold(attempt));
        tries.put("stock", () -> stock.reserve(attempt));
        String what = "payment " + payment.id() + " attempt " + payment.attempt();
        transaction.run(NAME, what, timeout, tries, new Told(attempt)).ifPresent(refusal -> {
            if (!arbiter.refuse(payment, refusal)) {
                log.warn("Payment {} is still held; its refusal waits for a retry", payment.id());
            }
        });
    }

    /** Journals and times the steps of one attempt. */
    private final class Told implements TccTransaction.Steps {

        private final PayAttempt attempt;

        Told(PayAttempt attempt) {
            this.attempt = attempt;
        }

        @Override
        public void begun(String xid) {
            note(Note.BEGUN, xid, null);
        }

        @Override
        public void tried() {
            attempt.progress().reached(PayStep.TRIED);
        }

        @Override
        public void askingToCommit(String xid) {
            note(Note.COMMIT_ASKED, xid, null);
        }

        @Override
        public void committed() {
            attempt.progress().reached(PayStep.COMMITTED);
        }

        @Override
        public void askingToRollBack(String xid, String reasons) {
            note(Note.ROLLBACK_ASKED, xid, reasons);
        }

        @Override
        public void rolledBack() {
            attempt.progress().reached(PayStep.ROLLED_BACK);
        }

        @Override
        public void coordinatorSilent() {
            note(Note.TC_SILENT, null, null);
        }

        private void note(Note kind, @Nullable String xid, @Nullable String detail) {
            journal.note(kind, attempt.payment().id(), attempt.payment().attempt(), xid, detail);
        }
    }
}
