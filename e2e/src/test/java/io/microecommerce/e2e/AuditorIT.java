package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.faults.CrashPoint;
import io.microecommerce.e2e.pages.Chromium;
import io.microecommerce.e2e.pages.Guest;
import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Books;
import io.microecommerce.e2e.shop.Purchase;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What nobody finishes: a coordinator without its store, and a phase two that cannot succeed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditorIT {

    private static final String TEE = "tee-red-m";
    private static final long PRICE = 8_900;
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(180);

    private final Shop shop = Shop.open();
    private final Books books = shop.books();
    private Visitor staff;
    private List<Held> lost;
    private Held lostRefund;
    private Held broken;

    /** A payment, or a refund, whose Tries are done. */
    private record Held(Visitor customer, String orderId, String key, CompletableFuture<Answer> paying, String xid) {}

    /** All of it first, so that the auditor's bound is waited for once. */
    @BeforeAll
    void leaveUnfinishedWhatNobodyFinishes() {
        staff = shop.logIn(Shop.STAFF);
        theCoordinatorLosesWhatItHolds();
        Purchase next = Purchase.of(shop);
        await("the coordinator is found again")
                .atMost(SEEN_WITHIN)
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> next.pays().expect(201));
        aPhaseTwoKeepsFailing();
    }

    /** Nothing was decided of the first, the commit of the second, and of the third somebody has made a mess; nothing of a refund. */
    private void theCoordinatorLosesWhatItHolds() {
        Purchase bought = Purchase.of(shop);
        String payment = bought.pays().expect(201).text("/id");
        shop.settles("a payment that is going to be given back", bought.orderId());
        shop.faults().pauseAt(CrashPoint.TRIED);
        lost = Stream.generate(this::pay).limit(3).toList().stream()
                .map(this::awaitHeld)
                .toList();
        // Last, because nobody waits for its last Try any longer than a call may take.
        lostRefund = awaitRefunding(bought, payment);
        shop.platform().kill("seata-server");
        books.change("shop_seata", "TRUNCATE global_table, branch_table, lock_table");
        confirmMoney(lost.get(1).xid());
        confirmMoney(lost.get(2).xid());
        books.change(
                "shop_order",
                "UPDATE tcc_fence_log SET status = 3 WHERE xid = ?",
                lost.get(2).xid());
        shop.faults().release(CrashPoint.TRIED);
        shop.faults().release(CrashPoint.REFUND_REWARDS_AFTER_TRY);
        assertThat(lostRefund.paying().join().status()).isIn(202, 503);
        lost.forEach(held -> assertThat(held.paying().join().status()).isIn(201, 202, 503));
        shop.platform().restart("seata-server");
    }

    /** The order's row does not let itself be confirmed. */
    private void aPhaseTwoKeepsFailing() {
        shop.faults().pauseAt(CrashPoint.TRIED);
        broken = awaitHeld(pay());
        books.change("shop_order", "UPDATE orders SET xid = xid || '-broken' WHERE xid = ?", broken.xid());
        shop.faults().release(CrashPoint.TRIED);
        broken.paying().join();
    }

    @Test
    void endsWhatTheCoordinatorHasLostAndPagesWhatNobodyCanTell() {
        shop.settles(
                "an undecided payment, lost by the coordinator", lost.get(0).orderId());
        assertClosedByAuditor(lost.get(0).xid(), "ALL_TRIED", "CANCEL");
        Visitor first = lost.get(0).customer();
        assertThat(first.get("/api/v1/customer/me/balance").number("/available/minor"))
                .isEqualTo(100_000);
        await("the same key pays").atMost(Duration.ofSeconds(60)).untilAsserted(() -> first.pays(
                        lost.get(0).orderId(), lost.get(0).key())
                .expect(201));

        shop.settles("a confirmed payment, lost by the coordinator", lost.get(1).orderId());
        assertClosedByAuditor(lost.get(1).xid(), "ONE_CONFIRMED", "CONFIRM");
        assertThat(lost.get(1).customer().get("/api/v1/customer/me/balance").number("/available/minor"))
                .isEqualTo(100_000 - PRICE);

        resolveByHand(lost.get(2).xid(), lost.get(2).orderId());
        aRefundIsEndedToo();
    }

    /** It has four participants. */
    private void aRefundIsEndedToo() {
        shop.settles("an undecided refund, lost by the coordinator", lostRefund.orderId());
        assertClosedByAuditor(lostRefund.xid(), "ALL_TRIED", "CANCEL");
        assertThat(fence(transaction(lostRefund.xid()), "svc-customer")).isEqualTo("ROLLED_BACK");
        assertThat(transaction(lostRefund.xid()).at("/name").asString()).isEqualTo("refund-order");
        String payment = books.text(
                "shop_payment",
                "SELECT id FROM payment WHERE order_id = ? AND paid_at IS NOT NULL",
                lostRefund.orderId());
        await("the same key refunds")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> staff.refunds(payment, lostRefund.key()).expect(201));
        shop.settles("a refund after its transaction was lost", lostRefund.orderId());
    }

    private void resolveByHand(String xid, String orderId) {
        JsonNode paged = awaitState(xid, "PAGED");
        assertThat(paged.at("/cases/0/rule").asString()).isEqualTo("MIXED");
        assertThat(fence(paged, "svc-product")).isEqualTo("TRIED");
        assertThat(paged.at("/name").asString()).isEqualTo("pay-order");
        assertThat(staff.get("/api/v1/staff/transaction?state=PAGED&size=100")
                        .expect(200)
                        .body()
                        .toString())
                .contains(xid);

        resolve(xid, "CONFIRM", "TRIED", "TRIED", true).expect(409);
        assertThat(resolve(xid, "CANCEL", "ROLLED_BACK", "TRIED", false).code()).isEqualTo("RESOLUTION_FORBIDDEN");
        Answer foreseen = resolve(xid, "CONFIRM", "ROLLED_BACK", "TRIED", true).expect(200);
        assertThat(foreseen.body().at("/after").toString()).contains("CONFIRMED");
        assertThat(fence(transaction(xid), "svc-product")).isEqualTo("TRIED");

        if (Chromium.isInstalled()) {
            confirmOnThePage(xid);
        } else {
            resolve(xid, "CONFIRM", "ROLLED_BACK", "TRIED", false).expect(200);
        }

        JsonNode resolved = transaction(xid);
        assertThat(fence(resolved, "svc-product")).isEqualTo("COMMITTED");
        assertThat(resolved.at("/state").asString()).isEqualTo("PAGED");
        assertThat(resolved.at("/cases/0/actions/0/actor").asString()).isEqualTo(staff.id());
        assertThat(resolved.at("/cases/0/actions/0/reason").asString()).isEqualTo("as the payment says");
        // What remains is repaired as the runbook says, and the auditor finishes it.
        books.change("shop_order", "UPDATE tcc_fence_log SET status = 1 WHERE xid = ?", xid);
        shop.settles("a repaired payment", orderId);
        assertThat(awaitState(xid, "CLOSED").at("/cases/0/closed_by").asString())
                .isEqualTo("auditor");
    }

    private void confirmOnThePage(String xid) {
        try (Chromium chromium = Chromium.launch()) {
            Guest operator = chromium.visit(shop).logsIn("/operations/", Shop.STAFF);
            operator.goes("/operations/#/transaction/" + xid);
            operator.field("Action").selectOption("CONFIRM");
            operator.field("Reason").fill("as the payment says");
            operator.press("See what would happen");
            operator.comesTo("This would happen");
            operator.looksAt("operations-resolve");
            operator.press("Confirm now");
            operator.comesTo("This was done");
            operator.leave();
        }
    }

    /** Money and stock are confirmed all the same, and so are other payments. */
    @Test
    void aPhaseTwoThatKeepsFailingBlocksNobodyAndIsShown() {
        String xid = broken.xid();
        await("money and stock are confirmed").atMost(SEEN_WITHIN).untilAsserted(() -> {
            assertThat(books.text("shop_payment", "SELECT status FROM payment WHERE xid = ?", xid))
                    .isEqualTo("PAID");
            assertThat(books.text("shop_product", "SELECT state FROM stock_reservation WHERE xid = ?", xid))
                    .isEqualTo("SOLD");
        });
        Visitor other = shop.newCustomer(100_000);
        String otherOrder = other.orders(TEE, 1);
        other.pays(otherOrder, Visitor.newKey()).expect(201);

        JsonNode stuck = awaitState(xid, "STUCK");
        assertThat(fence(stuck, "svc-order")).isEqualTo("TRIED");
        assertThat(fence(stuck, "svc-payment")).isEqualTo("COMMITTED");
        assertThat(resolve(xid, "CONFIRM", "TRIED", "COMMITTED", false).code()).isEqualTo("TRANSACTION_AT_WORK");

        books.change("shop_order", "UPDATE orders SET xid = ? WHERE xid = ? || '-broken'", xid, xid);
        shop.settles("a phase two that could not succeed", broken.orderId());
        assertThat(awaitState(xid, "CLOSED").at("/cases/0/closed_by").asString())
                .isEqualTo("coordinator");
    }

    private Held pay() {
        Visitor customer = shop.newCustomer(100_000);
        String orderId = customer.orders(TEE, 1);
        String key = Visitor.newKey();
        return new Held(
                customer,
                orderId,
                key,
                CompletableFuture.supplyAsync(() -> customer.pays(orderId, key), work -> new Thread(work).start()),
                "");
    }

    /** @return the same with its XID, once each of the three Tries has committed */
    private Held awaitHeld(Held payment) {
        String held = "SELECT count(*) FROM payment WHERE order_id = ? AND status = 'HELD'";
        await("three Tries")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> books.number("shop_payment", held, payment.orderId()) == 1
                        && books.text("shop_order", "SELECT status FROM orders WHERE id = ?", payment.orderId())
                                .equals("PAYING")
                        && books.number(
                                        "shop_product",
                                        "SELECT count(*) FROM stock_reservation WHERE order_id = ? AND state = 'HELD'",
                                        payment.orderId())
                                == 1);
        return new Held(
                payment.customer(),
                payment.orderId(),
                payment.key(),
                payment.paying(),
                books.text("shop_payment", "SELECT xid FROM payment WHERE order_id = ?", payment.orderId()));
    }

    /** @return a refund by the staff, once each of its four Tries has committed and the last has not answered */
    private Held awaitRefunding(Purchase bought, String payment) {
        String key = Visitor.newKey();
        shop.faults().pauseAt(CrashPoint.REFUND_REWARDS_AFTER_TRY);
        CompletableFuture<Answer> refunding =
                CompletableFuture.supplyAsync(() -> staff.refunds(payment, key), work -> new Thread(work).start());
        await("four Tries")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> shop.faults().isHit(CrashPoint.REFUND_REWARDS_AFTER_TRY)
                        && books.number(
                                        "shop_payment",
                                        "SELECT count(*) FROM refund WHERE payment_id = ? AND status = 'HELD'",
                                        payment)
                                == 1
                        && books.text("shop_order", "SELECT status FROM orders WHERE id = ?", bought.orderId())
                                .equals("REFUNDING")
                        && books.number(
                                        "shop_product",
                                        "SELECT count(*) FROM stock_reservation WHERE order_id = ? AND state = 'RETURNING'",
                                        bought.orderId())
                                == 1);
        return new Held(
                bought.customer(),
                bought.orderId(),
                key,
                refunding,
                books.text("shop_payment", "SELECT xid FROM refund WHERE payment_id = ?", payment));
    }

    /** What the Confirm of svc-payment does. */
    private void confirmMoney(String xid) {
        books.change(
                "shop_payment",
                """
                WITH paid AS (
                    UPDATE payment SET status = 'PAID', paid_at = now(), journal_length = journal_length + 1
                     WHERE xid = ? AND status = 'HELD' RETURNING *),
                recorded AS (
                    INSERT INTO payment_event (payment_id, seq, attempt, kind, status, xid)
                    SELECT id, journal_length, attempt, 'PAID', 'PAID', xid FROM paid),
                fenced AS (
                    UPDATE tcc_fence_log f SET status = 2 FROM paid WHERE f.xid = paid.xid),
                spent AS (
                    UPDATE wallet w SET frozen_minor = frozen_minor - p.amount_minor
                      FROM paid p WHERE w.customer_id = p.customer_id)
                INSERT INTO wallet_entry (cause, kind, customer_id, amount_minor)
                SELECT id, 'PAYMENT', customer_id, -amount_minor FROM paid""",
                xid);
    }

    private Answer resolve(String xid, String action, String order, String stock, boolean dryRun) {
        return staff.post(
                "/api/v1/staff/transaction/" + xid + "/resolve",
                """
                {"expected":{"svc-order":"%s","svc-product":"%s","svc-payment":"COMMITTED"},
                 "action":"%s","dry_run":%s,"reason":"as the payment says"}"""
                        .formatted(order, stock, action, dryRun));
    }

    private JsonNode transaction(String xid) {
        return staff.get("/api/v1/staff/transaction/" + xid).expect(200).body();
    }

    private JsonNode awaitState(String xid, String state) {
        await(xid + " to be " + state)
                .atMost(SEEN_WITHIN)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> transaction(xid).at("/state").asString().equals(state));
        return transaction(xid);
    }

    private void assertClosedByAuditor(String xid, String rule, String action) {
        JsonNode closed = awaitState(xid, "CLOSED");
        assertThat(closed.at("/cases/0/closed_by").asString()).isEqualTo("auditor");
        assertThat(closed.at("/cases/0/actions/0/rule").asString()).isEqualTo(rule);
        assertThat(closed.at("/cases/0/actions/0/action").asString()).isEqualTo(action);
    }

    private static String fence(JsonNode transaction, String service) {
        for (JsonNode branch : transaction.at("/branches")) {
            if (branch.at("/service").asString().equals(service)) {
                return branch.at("/fence").asString();
            }
        }
        throw new AssertionError("No branch of " + service + " in " + transaction);
    }
}
