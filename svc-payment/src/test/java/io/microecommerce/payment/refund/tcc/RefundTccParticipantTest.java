package io.microecommerce.payment.refund.tcc;

import static io.microecommerce.payment.refund.PaidPayment.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.payment.PaymentMethod;
import io.microecommerce.payment.PaymentService;
import io.microecommerce.payment.provider.ProviderRefund;
import io.microecommerce.payment.provider.ProviderRefunds;
import io.microecommerce.payment.provider.RefundCause;
import io.microecommerce.payment.refund.PaidPayment;
import io.microecommerce.payment.refund.Refund;
import io.microecommerce.payment.refund.RefundStatus;
import io.microecommerce.payment.refund.Refunds;
import io.microecommerce.payment.wallet.Wallets;
import io.microecommerce.service.tcc.Branch;
import io.microecommerce.service.tcc.FenceRow;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.util.List;
import org.apache.seata.core.model.BranchStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The refund's own branch, against the real PostgreSQL and the real TC. */
class RefundTccParticipantTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = PaymentService.testbed();

    private static final long WALLET_MINOR = 100;

    private PaidPayment paid;
    private Refund refund;
    private Refunds refunds;

    @BeforeEach
    void aRefundIsOpened() {
        refunds = testbed.bean(Refunds.class);
        paid = PaidPayment.by(PaymentMethod.BALANCE, testbed);
        refund = paid.openRefund();
    }

    @Test
    void tryHoldsAndOnlyConfirmGivesTheMoney() {
        String xid = hold(refund);

        assertStatus(RefundStatus.HELD);
        assertWallet(WALLET_MINOR);
        testbed.commit(xid);
        assertStatus(RefundStatus.DONE);
        assertThat(current().givenAt()).isNotNull();
        assertThat(current().doneAt()).isNotNull();
        assertWallet(WALLET_MINOR + PRICE.minor());
        assertThat(entries()).containsExactly(PRICE.minor());
        assertThat(journal()).endsWith("REFUND_OPENED", "REFUND_HELD", "REFUND_GIVEN");
        assertFence(xid, FenceRow.State.COMMITTED);
    }

    @Test
    void moneyOfAProviderIsQueuedToGoBackThroughIt() {
        PaidPayment byWeChat = PaidPayment.by(PaymentMethod.WECHAT, testbed);
        refund = byWeChat.openRefund();

        testbed.commit(hold(refund));

        assertStatus(RefundStatus.GIVEN);
        ProviderRefund queued =
                testbed.bean(ProviderRefunds.class).byId(refund.id()).orElseThrow();
        assertThat(queued.chargeId()).isEqualTo(byWeChat.id());
        assertThat(queued.amount()).isEqualTo(PRICE);
        assertThat(queued.cause()).isEqualTo(RefundCause.REFUND);
    }

    @Test
    void cancelLeavesThePaymentAsItStands() {
        String xid = hold(refund);

        testbed.rollback(xid);

        assertStatus(RefundStatus.RELEASED);
        assertNothingGiven();
        assertFence(xid, FenceRow.State.ROLLED_BACK);
    }

    @Test
    void anEmptyCancelTouchesNothingAndALateTryLoses() {
        String xid = testbed.begin();
        ParticipantTestbed.DelayedTry late = testbed.delayTry(xid, () -> tryHold(refund));

        testbed.rollback(xid);

        assertFence(xid, FenceRow.State.SUSPENDED);
        assertThat(late.goOn()).as("what the late Try throws").isPresent();
        assertStatus(RefundStatus.INITIATED);
        assertNothingGiven();
    }

    @Test
    void aLateCancelLeavesALaterAttemptAlone() {
        String first = hold(refund);
        testbed.rollback(first);
        Branch firstBranch = testbed.branches(first).get(0);
        refunds.endLease(refund.id(), 1);
        Refund second = refunds.takeOver(current()).orElseThrow();
        String secondXid = hold(second);

        assertThat(testbed.deliverCancel(firstBranch)).isEqualTo(BranchStatus.PhaseTwo_Rollbacked);

        assertStatus(RefundStatus.HELD);
        testbed.commit(secondXid);
        assertStatus(RefundStatus.DONE);
    }

    @Test
    void theRowItselfRefusesAnotherTransactionsPhaseTwo() {
        String xid = hold(refund);

        assertThat(refunds.give(refund.id(), "somebody-elses-xid")).isFalse();
        assertThat(refunds.release(refund.id(), "somebody-elses-xid")).isFalse();

        assertStatus(RefundStatus.HELD);
        testbed.rollback(xid);
    }

    @Test
    void repeatedConfirmsGiveOnce() {
        String xid = hold(refund);
        testbed.commit(xid);
        Branch branch = testbed.branches(xid).get(0);

        assertThat(testbed.deliverConfirm(branch)).isEqualTo(BranchStatus.PhaseTwo_Committed);
        assertThat(testbed.deliverConfirm(branch)).isEqualTo(BranchStatus.PhaseTwo_Committed);

        assertWallet(WALLET_MINOR + PRICE.minor());
        assertThat(entries()).containsExactly(PRICE.minor());
    }

    @Test
    void repeatedCancelsReleaseOnce() {
        String xid = hold(refund);
        testbed.rollback(xid);
        Branch branch = testbed.branches(xid).get(0);

        assertThat(testbed.deliverCancel(branch)).isEqualTo(BranchStatus.PhaseTwo_Rollbacked);
        assertThat(testbed.deliverCancel(branch)).isEqualTo(BranchStatus.PhaseTwo_Rollbacked);

        assertStatus(RefundStatus.RELEASED);
        assertNothingGiven();
    }

    /** What the TC keeps of a branch: the action's name, and the context as text. */
    @Test
    void confirmsWhatThePreviousVersionHeld() {
        String xid = hold(refund);
        Branch held = new Branch(
                xid,
                testbed.branches(xid).get(0).id(),
                "refund-money",
                """
                {"actionContext":{"action-start-time":1767270896789,"useTCCFence":true,"sys::prepare":"tryHold",\
                "sys::rollback":"cancel","sys::commit":"confirm","host-name":"10.0.0.7","actionName":"refund-money",\
                "refundId":"%s"}}"""
                        .formatted(refund.id()));

        assertThat(testbed.deliverConfirm(held)).isEqualTo(BranchStatus.PhaseTwo_Committed);

        assertStatus(RefundStatus.DONE);
        testbed.commit(xid);
    }

    @Test
    void anAttemptThatIsOverLoses() {
        refunds.giveUp(refund.id(), 1);
        assertThat(refunds.takeOver(current())).isPresent();
        String xid = testbed.begin();

        assertThatThrownBy(() -> testbed.runTry(xid, () -> tryHold(refund))).isInstanceOf(IllegalStateException.class);

        testbed.rollback(xid);
        assertStatus(RefundStatus.INITIATED);
        assertNothingGiven();
    }

    @Test
    void aTryWithoutAnXidIsRefused() {
        assertThatThrownBy(() -> tryHold(refund))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("XID");

        assertStatus(RefundStatus.INITIATED);
    }

    @Test
    void aTryInsideAnotherTransactionIsRefused() {
        TransactionTemplate outer = new TransactionTemplate(testbed.bean(PlatformTransactionManager.class));
        String xid = testbed.begin();

        assertThatThrownBy(() -> outer.executeWithoutResult(status -> testbed.runTry(xid, () -> tryHold(refund))))
                .hasMessageContaining("outside any other");

        testbed.rollback(xid);
        assertStatus(RefundStatus.INITIATED);
    }

    private static String hold(Refund refund) {
        String xid = testbed.begin();
        testbed.runTry(xid, () -> tryHold(refund));
        return xid;
    }

    private static void tryHold(Refund refund) {
        testbed.bean(RefundTccParticipant.class).tryHold(refund.id(), refund.attempt());
    }

    private Refund current() {
        return refunds.byId(refund.id()).orElseThrow();
    }

    private void assertStatus(RefundStatus status) {
        assertThat(current().status()).isEqualTo(status);
    }

    private void assertNothingGiven() {
        assertWallet(WALLET_MINOR);
        assertThat(entries()).isEmpty();
    }

    private void assertWallet(long available) {
        assertThat(testbed.bean(Wallets.class).balance(paid.customer()).available())
                .isEqualTo(new Money("CNY", available));
    }

    private List<Long> entries() {
        return testbed.jdbc()
                .sql("SELECT amount_minor FROM wallet_entry WHERE cause = :cause AND kind = 'REFUND'")
                .param("cause", refund.id())
                .query(Long.class)
                .list();
    }

    private List<String> journal() {
        return testbed.jdbc()
                .sql("SELECT kind FROM payment_event WHERE payment_id = :payment ORDER BY seq")
                .param("payment", paid.id())
                .query(String.class)
                .list();
    }

    private static void assertFence(String xid, FenceRow.State state) {
        assertThat(testbed.fenceRows(xid)).extracting(FenceRow::state).containsExactly(state);
    }
}
