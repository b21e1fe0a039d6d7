package io.microecommerce.payment.refund;

import io.microecommerce.payment.pay.PayProperties;
import io.microecommerce.payment.pay.TccTransaction;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The global transaction of a refund: Try takes (the order, its goods, what it has earned), Confirm gives. */
@Component
public class RefundTransaction {

    private static final Logger log = LoggerFactory.getLogger(RefundTransaction.class);

    /** What staff read in the TC's console. */
    public static final String NAME = "refund-order";

    private final Refunds refunds;
    private final MoneyReturn money;
    private final RefundBranches branches;
    private final PayProperties properties;
    private final TccTransaction transaction;

    RefundTransaction(
            Refunds refunds,
            MoneyReturn money,
            RefundBranches branches,
            PayProperties properties,
            TccTransaction transaction) {
        this.refunds = refunds;
        this.money = money;
        this.branches = branches;
        this.properties = properties;
        this.transaction = transaction;
    }

    /** Runs inside the broker's {@code executeLocalTransaction}; no Spring transaction may be open. */
    public void execute(Refund refund) {
        String what = "refund " + refund.id() + " attempt " + refund.attempt();
        Duration timeout = refunds.timeToDecide(refund.id(), refund.attempt()).minus(properties.decideMargin());
        if (timeout.isNegative() || timeout.isZero()) {
            log.warn("{} came too late to be decided in time", what);
            return;
        }
        Map<String, Runnable> tries = new LinkedHashMap<>();
        tries.put("money", () -> money.hold(refund));
        tries.put("order", () -> branches.holdOrder(refund));
        tries.put("rewards", () -> branches.markRewards(refund));
        if (!refund.goodsAreOut()) {
            tries.put("stock", () -> branches.returnStock(refund));
        }
        transaction.run(NAME, what, timeout, tries, new Logged(what)).ifPresent(refusal -> {
            if (!refunds.refuse(refund.id(), refund.attempt(), refusal)) {
                log.warn("{} is still held; its refusal waits for a retry", what);
            }
        });
    }

    /** The moves of the row stand in the journal; what happens besides is told in the log. */
    private record Logged(String what) implements TccTransaction.Steps {

        @Override
        public void begun(String xid) {
            log.info("{} is tried in {}", what, xid);
        }

        @Override
        public void tried() {
            // What came of it is told next.
        }

        @Override
        public void askingToCommit(String xid) {
            log.debug("{} is to be committed in {}", what, xid);
        }

        @Override
        public void committed() {
            log.debug("{} is committed", what);
        }

        @Override
        public void askingToRollBack(String xid, String reasons) {
            log.info("{} is to be rolled back in {}: {}", what, xid, reasons);
        }

        @Override
        public void rolledBack() {
            log.debug("{} is rolled back", what);
        }

        @Override
        public void coordinatorSilent() {
            // The transaction has told it.
        }
    }
}
