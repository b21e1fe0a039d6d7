package io.microecommerce.payment.pay.tcc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.payment.PaymentMethod;
import io.microecommerce.api.payment.WalletView;
import io.microecommerce.payment.PaymentService;
import io.microecommerce.payment.pay.Payments;
import io.microecommerce.payment.wallet.Wallets;
import io.microecommerce.service.tcc.Branch;
import io.microecommerce.service.tcc.FenceRow;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.seata.core.model.BranchStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The payment's branch, against the real PostgreSQL and the real TC. */
class PaymentTccParticipantTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = PaymentService.testbed();

    private static final long WALLET = 10_000;
    private static final long PRICE = 8_900;

    private final String customer = UUID.randomUUID().toString();
    private final String payment = UUID.randomUUID().toString();

    @BeforeEach
    void aCustomerWithMoneyOpensAPayment() {
        testbed.jdbc()
                .sql("INSERT INTO wallet (customer_id, currency, available_minor) VALUES (:customer, 'CNY', :minor)")
                .param("customer", customer)
                .param("minor", WALLET)
                .update();
        open(payment, PRICE);
    }

    @Test
    void tryFreezesTheMoneyAndConfirmTakesIt() {
        String xid = testbed.begin();

        hold(xid, payment, 1, PRICE);

        assertThat(status(payment)).isEqualTo("HELD");
        assertWallet(WALLET - PRICE, PRICE);
        testbed.commit(xid);
        assertThat(status(payment)).isEqualTo("PAID");
        assertWallet(WALLET - PRICE, 0);
        assertThat(entries(payment)).containsExactly(-PRICE);
        assertFence(xid, FenceRow.State.COMMITTED);
    }

    @Test
    void cancelGivesTheMoneyBack() {
        String xid = testbed.begin();
        hold(xid, payment, 1, PRICE);

        testbed.rollback(xid);

        assertThat(status(payment)).isEqualTo("RELEASED");
        assertNothingHappened();
        assertFence(xid, FenceRow.State.ROLLED_BACK);
    }

    @Test
    void anEmptyCancelTouchesNothingAndALateTryLoses() {
        String xid = testbed.begin();
        ParticipantTestbed.DelayedTry late = testbed.delayTry(xid, () -> tryHold(payment, 1, PRICE));

        testbed.rollback(xid);

        assertFence(xid, FenceRow.State.SUSPENDED);
        assertThat(status(payment)).isEqualTo("INITIATED");
        assertThat(late.goOn()).as("what the late Try throws").isPresent();
        assertThat(status(payment)).isEqualTo("INITIATED");
        assertNothingHappened();
    }

    @Test
    void aLateCancelLeavesALaterAttemptAlone() {
        String first = testbed.begin();
        hold(first, payment, 1, PRICE);
        testbed.rollback(first);
        Branch firstBranch = testbed.branches(first).get(0);
        takeOver(payment);
        String second = testbed.begin();
        hold(second, payment, 2, PRICE);

        assertThat(testbed.deliverCancel(firstBranch)).isEqualTo(BranchStatus.PhaseTwo_Rollbacked);

        assertThat(status(payment)).isEqualTo("HELD");
        assertWallet(WALLET - PRICE, PRICE);
        testbed.commit(second);
        assertThat(status(payment)).isEqualTo("PAID");
    }

    @Test
    void theRowsThemselvesRefuseAnotherTransactionsCancel() {
        String xid = testbed.begin();
        hold(xid, payment, 1, PRICE);
        Payments payments = testbed.bean(Payments.class);

        assertThat(payments.release(payment, "somebody-elses-xid")).isFalse();
        assertThat(payments.markPaid(payment, "somebody-elses-xid")).isFalse();

        assertThat(status(payment)).isEqualTo("HELD");
        testbed.rollback(xid);
    }

    /** What the TC keeps of a branch whose Try an earlier version ran: the action's name, and the context as text. */
    @Test
    void confirmsWhatThePreviousVersionHeld() {
        String xid = testbed.begin();
        hold(xid, payment, 1, PRICE);
        Branch held = new Branch(
                xid,
                testbed.branches(xid).get(0).id(),
                "payment-hold",
                """
                {"actionContext":{"action-start-time":1767270896789,"useTCCFence":true,"sys::prepare":"tryHold",\
                "sys::rollback":"cancel","sys::commit":"confirm","host-name":"10.0.0.7","actionName":"payment-hold",\
                "paymentId":"%s"}}"""
                        .formatted(payment));

        assertThat(testbed.deliverConfirm(held)).isEqualTo(BranchStatus.PhaseTwo_Committed);

        assertThat(status(payment)).isEqualTo("PAID");
        testbed.commit(xid);
    }

    @Test
    void repeatedConfirmsTakeTheMoneyOnce() {
        String xid = testbed.begin();
        hold(xid, payment, 1, PRICE);
        testbed.commit(xid);
        Branch branch = testbed.branches(xid).get(0);

        assertThat(testbed.deliverConfirm(branch)).isEqualTo(BranchStatus.PhaseTwo_Committed);
        assertThat(testbed.deliverConfirm(branch)).isEqualTo(BranchStatus.PhaseTwo_Committed);

        assertWallet(WALLET - PRICE, 0);
        assertThat(entries(payment)).containsExactly(-PRICE);
    }

    @Test
    void repeatedCancelsGiveBackOnce() {
        String xid = testbed.begin();
        hold(xid, payment, 1, PRICE);
        testbed.rollback(xid);
        Branch branch = testbed.branches(xid).get(0);

        assertThat(testbed.deliverCancel(branch)).isEqualTo(BranchStatus.PhaseTwo_Rollbacked);
        assertThat(testbed.deliverCancel(branch)).isEqualTo(BranchStatus.PhaseTwo_Rollbacked);

        assertNothingHappened();
    }

    @Test
    void aShortWalletRefusesAndNothingIsLeftFrozen() {
        String dear = UUID.randomUUID().toString();
        open(dear, WALLET + 1);
        String xid = testbed.begin();

        assertThatThrownBy(() -> hold(xid, dear, 1, WALLET + 1))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INSUFFICIENT_BALANCE));

        assertThat(testbed.fenceRows(xid)).isEmpty();
        assertThat(status(dear)).isEqualTo("INITIATED");
        assertNothingHappened();
        testbed.rollback(xid);
        assertNothingHappened();
    }

    @Test
    void anAttemptThatIsOverLoses() {
        testbed.bean(Payments.class).giveUp(payment, 1);
        takeOver(payment);
        String xid = testbed.begin();

        assertThatThrownBy(() -> hold(xid, payment, 1, PRICE)).isInstanceOf(IllegalStateException.class);

        testbed.rollback(xid);
        assertNothingHappened();
    }

    @Test
    void aTryWithoutAnXidIsRefused() {
        assertThatThrownBy(() -> tryHold(payment, 1, PRICE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("XID");

        assertThat(status(payment)).isEqualTo("INITIATED");
        assertNothingHappened();
    }

    @Test
    void aTryInsideAnotherTransactionIsRefused() {
        TransactionTemplate outer = new TransactionTemplate(testbed.bean(PlatformTransactionManager.class));
        String xid = testbed.begin();

        assertThatThrownBy(() -> outer.executeWithoutResult(status -> hold(xid, payment, 1, PRICE)))
                .hasMessageContaining("outside any other");

        testbed.rollback(xid);
        assertThat(status(payment)).isEqualTo("INITIATED");
        assertNothingHappened();
    }

    @Test
    void ofTwoPaymentsThatTheWalletCannotBothCoverOneWins() {
        String other = UUID.randomUUID().toString();
        open(other, PRICE);
        String firstXid = testbed.begin();
        String secondXid = testbed.begin();

        List<Optional<Throwable>> ends = testbed.together(
                List.of(() -> hold(firstXid, payment, 1, PRICE), () -> hold(secondXid, other, 1, PRICE)));

        assertThat(ends).filteredOn(Optional::isEmpty).hasSize(1);
        assertWallet(WALLET - PRICE, PRICE);
        testbed.rollback(firstXid);
        testbed.rollback(secondXid);
        assertNothingHappened();
    }

    private void hold(String xid, String id, int attempt, long minor) {
        testbed.runTry(xid, () -> tryHold(id, attempt, minor));
    }

    private void tryHold(String id, int attempt, long minor) {
        testbed.bean(PaymentTccParticipant.class).tryHold(id, attempt, PaymentMethod.BALANCE, customer, cny(minor));
    }

    private void open(String id, long minor) {
        testbed.jdbc()
                .sql(
                        """
                        INSERT INTO payment (id, customer_id, order_id, method, amount_minor, currency, status, attempt,
                                             lease_until, decide_by, idempotency_key, request_hash)
                        VALUES (:id, :customer, :order, 'BALANCE', :minor, 'CNY', 'INITIATED', 1,
                                now(), now() + interval '1 hour', :id, 'hash')""")
                .param("id", id)
                .param("customer", customer)
                .param("order", "order-of-" + id)
                .param("minor", minor)
                .update();
    }

    private void takeOver(String id) {
        assertThat(testbed.bean(Payments.class)
                        .takeOver(testbed.bean(Payments.class).byId(id).orElseThrow()))
                .isPresent();
    }

    private String status(String id) {
        return testbed.bean(Payments.class).byId(id).orElseThrow().status().name();
    }

    private List<Long> entries(String cause) {
        return testbed.jdbc()
                .sql("SELECT amount_minor FROM wallet_entry WHERE cause = :cause")
                .param("cause", cause)
                .query(Long.class)
                .list();
    }

    private void assertNothingHappened() {
        assertWallet(WALLET, 0);
        assertThat(entries(payment)).isEmpty();
    }

    private void assertWallet(long available, long frozen) {
        WalletView wallet = testbed.bean(Wallets.class).balance(customer);
        assertThat(wallet.available()).isEqualTo(cny(available));
        assertThat(wallet.frozen()).isEqualTo(cny(frozen));
    }

    private static void assertFence(String xid, FenceRow.State state) {
        assertThat(testbed.fenceRows(xid)).extracting(FenceRow::state).containsExactly(state);
    }

    private static Money cny(long minor) {
        return new Money("CNY", minor);
    }
}
