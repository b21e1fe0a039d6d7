package io.microecommerce.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.chaos.check.Checker;
import io.microecommerce.e2e.chaos.check.Rule;
import io.microecommerce.e2e.chaos.check.SnapshotReader;
import io.microecommerce.e2e.chaos.check.Violation;
import io.microecommerce.e2e.faults.BrokerFault;
import io.microecommerce.e2e.faults.CrashPoint;
import io.microecommerce.e2e.faults.FaultFolder;
import io.microecommerce.e2e.faults.InboxFaults;
import io.microecommerce.e2e.faults.Mutation;
import io.microecommerce.e2e.faults.StockFaults;
import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Books;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The checker proved: each guard is taken away in turn, the fault that it is there for is brought about, and the rules of the
 * campaign must tell. Then the guard is put back, what does not heal by itself is repaired, and the rules must be content again:
 * they do not cry wolf.
 */
class MutationsIT {

    /** How long a violation must stay: more than a payment that is merely slow. */
    private static final Duration STAYS = Duration.ofSeconds(6);

    /** This TC keeps a finished transaction for 15 s; what it keeps longer is stuck. */
    private static final Duration LONGER_THAN_FINISHED = Duration.ofSeconds(22);

    private static final Duration WITHIN = Duration.ofSeconds(180);

    private final Shop shop = Shop.open();
    private final FaultFolder faults = shop.faults();
    private final Books books = shop.books();
    private Visitor customer;
    private String orderId;
    private SnapshotReader reader;

    @BeforeEach
    void anOrder() {
        Instant began = Instant.now().minusSeconds(1);
        String sku = shop.logIn(Shop.STAFF).offers(1_000, 100);
        customer = shop.newCustomer(100_000);
        orderId = customer.orders(sku, 2);
        reader = new SnapshotReader(shop.platform(), List.of(customer.id()), began);
    }

    @AfterEach
    void everythingInOrderAgain() {
        faults.clear();
        await("all is well again")
                .atMost(WITHIN)
                .pollInterval(Duration.ofMillis(500))
                // The TC takes its time to forget a finished transaction; what it drives on for ever, one test waits
                // for.
                .untilAsserted(() -> assertThat(violations())
                        .filteredOn(violation -> violation.rule() != Rule.COORDINATOR_DRAINED)
                        .isEmpty());
    }

    @Test
    void aFenceThatIsOffIsNoticed() {
        faults.set(Mutation.FENCE_OFF, true);
        faults.failAt(CrashPoint.STOCK_BEFORE_TRY);

        assertThat(pay().status()).isNotEqualTo(201);

        // Cancel finds nothing to release, fails, and is sent again for ever.
        caught(LONGER_THAN_FINISHED, Rule.COORDINATOR_DRAINED);
        faults.clear();
        awaitNone(Rule.COORDINATOR_DRAINED);
    }

    @Test
    void anInboxThatIsOffIsNoticed() {
        faults.set(Mutation.INBOX_OFF, true);

        paysInTheEnd();

        caught(STAYS, Rule.EFFECTS_ONCE);
        faults.clear();
        books.change("shop_customer", "UPDATE inbox SET event_id = ? WHERE event_id LIKE ?", paymentId(), forgotten());
        books.change("shop_order", "UPDATE inbox SET event_id = ? WHERE event_id LIKE ?", paymentId(), forgotten());
    }

    @Test
    void anXidThatIsLostIsNoticed() {
        faults.set(Mutation.XID_LOST, true);

        paysInTheEnd();

        caught(STAYS, Rule.AGREEMENT);
        faults.clear();
        books.change(
                "shop_product",
                "UPDATE stock_reservation SET state = 'SOLD', xid = ? WHERE order_id = ? AND xid LIKE ?",
                books.text("shop_payment", "SELECT xid FROM payment WHERE id = ?", paymentId()),
                orderId,
                StockFaults.NO_XID + "%");
    }

    /** The reconciler would cover for it, so it is away as well. */
    @Test
    void aRollbackWhereThereIsNoRowIsNoticed() {
        faults.set(Mutation.RECONCILER_OFF, true);
        faults.set(Mutation.ROLLBACK_ON_NO_ROW, true);
        faults.set(BrokerFault.ANSWER_LOST, true);
        faults.set(BrokerFault.ROW_NOT_VISIBLE, true);
        faults.pauseAt(CrashPoint.AFTER_CHECK_BACK);

        paysInTheEnd();
        shop.awaitHit(CrashPoint.AFTER_CHECK_BACK);
        faults.set(BrokerFault.ANSWER_LOST, false);
        faults.set(BrokerFault.ROW_NOT_VISIBLE, false);
        faults.release(CrashPoint.AFTER_CHECK_BACK);

        caught(STAYS, Rule.MESSAGES_RESOLVED, Rule.EFFECTS_ONCE);
    }

    /** The same with the guard in its place: unknown is asked again. */
    @Test
    void noRowIsUnknownAndAskedAgain() {
        faults.set(Mutation.RECONCILER_OFF, true);
        faults.set(BrokerFault.ANSWER_LOST, true);
        faults.set(BrokerFault.ROW_NOT_VISIBLE, true);
        faults.pauseAt(CrashPoint.AFTER_CHECK_BACK);

        paysInTheEnd();
        shop.awaitHit(CrashPoint.AFTER_CHECK_BACK);
        faults.set(BrokerFault.ANSWER_LOST, false);
        faults.set(BrokerFault.ROW_NOT_VISIBLE, false);
        faults.release(CrashPoint.AFTER_CHECK_BACK);

        awaitNone(Rule.MESSAGES_RESOLVED);
        awaitNone(Rule.EFFECTS_ONCE);
    }

    @Test
    void aTryThatComesAfterItsCancelIsNoticed() {
        faults.set(Mutation.TRY_AFTER_CANCEL, true);
        faults.pauseAt(CrashPoint.STOCK_BEFORE_TRY);

        CompletableFuture<Answer> paying = CompletableFuture.supplyAsync(this::pay);
        shop.awaitHit(CrashPoint.STOCK_BEFORE_TRY);
        paying.join();
        awaitPayment("status = 'RELEASED' AND lease_until <= now()");
        faults.release(CrashPoint.STOCK_BEFORE_TRY);

        caught(STAYS, Rule.NOTHING_STUCK);
        books.change(
                "shop_product",
                """
                WITH freed AS (UPDATE stock_reservation SET state = 'RELEASED'
                                WHERE order_id = ? AND state = 'HELD' RETURNING xid, sku_id, quantity),
                     marked AS (UPDATE tcc_fence_log f SET status = 3 FROM freed WHERE f.xid = freed.xid AND f.status = 1)
                UPDATE sku_stock s SET available = s.available + freed.quantity FROM freed WHERE s.sku_id = freed.sku_id""",
                orderId);
    }

    /**
     * An empty Cancel of the first attempt arrives while the second one holds the order. The fence would cover for the missing XID,
     * so the order's Cancel runs without both.
     */
    @Test
    void aCancelWithoutItsXidIsNoticed() {
        String key = Visitor.newKey();
        faults.set(Mutation.CANCEL_WITHOUT_XID, true);
        faults.failAt(CrashPoint.ORDER_BEFORE_TRY);
        faults.pauseAt(CrashPoint.ORDER_BEFORE_CANCEL);
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> customer.pays(orderId, key));
        shop.awaitHit(CrashPoint.ORDER_BEFORE_CANCEL);
        first.join();
        awaitPayment("status = 'RELEASED' AND lease_until <= now()");

        faults.pauseAt(CrashPoint.TRIED);
        CompletableFuture<Answer> second = CompletableFuture.supplyAsync(() -> customer.pays(orderId, key));
        shop.awaitHit(CrashPoint.TRIED);
        faults.release(CrashPoint.ORDER_BEFORE_CANCEL);
        awaitOrder("PENDING_PAYMENT");
        faults.release(CrashPoint.TRIED);
        second.join();

        caught(STAYS, Rule.NOTHING_STUCK);
        holdOrderAgain();
    }

    @Test
    void aReconcilerThatIsOffIsNoticed() {
        faults.set(Mutation.RECONCILER_OFF, true);
        faults.set(BrokerFault.HALF_DROPPED, true);

        faults.pauseAt(CrashPoint.MESSAGE_ENDED);
        CompletableFuture<Answer> paying = CompletableFuture.supplyAsync(this::pay);
        // The customer may hear before the broker does.
        shop.awaitHit(CrashPoint.MESSAGE_ENDED);
        faults.set(BrokerFault.HALF_DROPPED, false);
        faults.release(CrashPoint.MESSAGE_ENDED);
        paying.join();
        awaitPayment("status = 'PAID'");

        caught(STAYS, Rule.EFFECTS_ONCE, Rule.MESSAGES_RESOLVED);
    }

    @Test
    void aConfirmThatRefusesIsNoticed() {
        faults.set(Mutation.CONFIRM_REFUSES, true);

        paysInTheEnd();

        caught(STAYS, Rule.AGREEMENT, Rule.NOTHING_STUCK);
    }

    private Answer pay() {
        return customer.pays(orderId, Visitor.newKey());
    }

    /** On a slow machine the customer may hear 202 first. */
    private void paysInTheEnd() {
        assertThat(pay().status()).isIn(201, 202);
        awaitPayment("status = 'PAID'");
    }

    private String paymentId() {
        return books.text("shop_payment", "SELECT id FROM payment WHERE order_id = ?", orderId);
    }

    private static String forgotten() {
        return InboxFaults.FORGOTTEN + "%";
    }

    /** The rules are broken, and stay so for that long. */
    private void caught(Duration stays, Rule... rules) {
        for (Rule rule : rules) {
            await("rule " + rule + " is broken and stays so")
                    .atMost(WITHIN)
                    .during(rule == rules[0] ? stays : Duration.ZERO)
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() ->
                            assertThat(violations()).extracting(Violation::rule).contains(rule));
        }
    }

    private void awaitNone(Rule rule) {
        await("rule " + rule + " holds again")
                .atMost(WITHIN)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() ->
                        assertThat(violations()).extracting(Violation::rule).doesNotContain(rule));
    }

    /** As the campaign looks when it is over. */
    private List<Violation> violations() {
        try {
            return Checker.settled(reader.readWithOutside());
        } catch (SQLException | IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private void awaitPayment(String condition) {
        await("the payment has " + condition)
                .atMost(WITHIN)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> books.number(
                                "shop_payment",
                                "SELECT count(*) FROM payment WHERE order_id = ? AND " + condition,
                                orderId)
                        == 1);
    }

    private void awaitOrder(String status) {
        await("the order is " + status)
                .atMost(WITHIN)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> books.text("shop_order", "SELECT status FROM orders WHERE id = ?", orderId)
                        .equals(status));
    }

    /** So that the Confirm, which is sent again and again, finds what it looks for. */
    private void holdOrderAgain() {
        faults.clear();
        String payment = paymentId();
        books.change(
                "shop_order",
                """
                WITH moved AS (UPDATE orders SET status = 'PAYING', xid = ?, payment_id = ?, history_length = history_length + 1
                                WHERE id = ? AND status = 'PENDING_PAYMENT' RETURNING id, history_length, payment_id)
                INSERT INTO order_history (order_id, seq, from_status, to_status, actor, actor_id)
                SELECT id, history_length, 'PENDING_PAYMENT', 'PAYING', 'PAYMENT', payment_id FROM moved""",
                books.text("shop_payment", "SELECT xid FROM payment WHERE id = ?", payment),
                payment,
                orderId);
    }
}
