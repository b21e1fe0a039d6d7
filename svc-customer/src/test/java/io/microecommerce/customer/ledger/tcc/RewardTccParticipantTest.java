package io.microecommerce.customer.ledger.tcc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.branch.BranchView;
import io.microecommerce.api.branch.FenceState;
import io.microecommerce.api.branch.HoldState;
import io.microecommerce.api.branch.SettleBranchCommand;
import io.microecommerce.api.branch.Settlement;
import io.microecommerce.api.customer.MarkRewardsCommand;
import io.microecommerce.api.customer.RegisterCommand;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.customer.CustomerApplication;
import io.microecommerce.customer.OtherServices;
import io.microecommerce.customer.account.Customer;
import io.microecommerce.customer.account.Registration;
import io.microecommerce.customer.ledger.CommissionAward;
import io.microecommerce.customer.ledger.CommissionLedger;
import io.microecommerce.customer.ledger.CreditAward;
import io.microecommerce.customer.ledger.CreditLedger;
import io.microecommerce.service.mq.Inbox;
import io.microecommerce.service.tcc.AuditedBranches;
import io.microecommerce.service.tcc.Branch;
import io.microecommerce.service.tcc.FenceRow;
import io.microecommerce.service.tcc.FenceRow.State;
import io.microecommerce.service.tcc.ParticipantTestbed;
import io.microecommerce.service.tcc.ParticipantTestbed.DelayedTry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.seata.core.model.BranchStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The participant against the real PostgreSQL and the real TC, and the awards that come before it and after. */
class RewardTccParticipantTest {

    private static final OtherServices OTHERS = OtherServices.start();

    @RegisterExtension
    static final ParticipantTestbed testbed = ParticipantTestbed.of("svc-customer", CustomerApplication.class)
            // The events are given to the awards by the tests.
            .with("rocketmq.consumer.listeners.svc-customer-credit.order-events", "false")
            .with("rocketmq.consumer.listeners.svc-customer-commission.order-events", "false")
            // There is no registry to find the others in.
            .with("dubbo.reference.io.microecommerce.api.payment.PaymentFacade.url", OTHERS.url())
            .with("dubbo.reference.io.microecommerce.api.order.OrderFacade.url", OTHERS.url());

    private Customer referrer;
    private OrderPaid paid;

    @BeforeEach
    void aPaymentOfAReferredCustomer() {
        Registration registration = testbed.bean(Registration.class);
        referrer = registration.register(command(null));
        Customer payer = registration.register(command(referrer.referralCode()));
        paid = new OrderPaid(
                UUID.randomUUID().toString(), 1, UUID.randomUUID().toString(), payer.id(), new Money("CNY", 8_900));
    }

    @Test
    void tryTakesNothingYetAndConfirmTakesBackWhatWasAwarded() {
        award();
        String xid = testbed.begin();

        mark(xid);

        assertRewards(89, 445);
        testbed.commit(xid);
        assertRewards(0, 0);
        assertThat(entries()).isEqualTo(4);
        assertThat(fence(xid)).containsExactly(State.COMMITTED);
    }

    @Test
    void anAwardThatComesAfterItsTakeBackIsTakenBackAtOnce() {
        String xid = testbed.begin();
        mark(xid);
        testbed.commit(xid);
        assertRewards(0, 0);

        award();

        assertRewards(0, 0);
        assertThat(entries()).as("both awards and their take-backs").isEqualTo(4);
    }

    @Test
    void ofAnAwardAndItsTakeBackAtTheSameTimeTheSecondSeesTheFirst() {
        for (int round = 0; round < 10; round++) {
            aPaymentOfAReferredCustomer();
            String xid = testbed.begin();
            mark(xid);

            List<Optional<Throwable>> failures =
                    testbed.together(List.of(this::award, () -> testbed.commit(xid), this::award));

            assertThat(failures).allSatisfy(failure -> assertThat(failure).isEmpty());
            assertRewards(0, 0);
            assertThat(entries()).isEqualTo(4);
        }
    }

    @Test
    void cancelLeavesTheRewardsAndALaterRefundMayTakeThem() {
        award();
        String first = testbed.begin();
        mark(first);

        testbed.rollback(first);

        assertRewards(89, 445);
        assertThat(fence(first)).containsExactly(State.ROLLED_BACK);
        String second = testbed.begin();
        mark(second);
        testbed.commit(second);
        assertRewards(0, 0);
    }

    @Test
    void spentPointsAreOwedAndLaterAwardsWorkThemOff() {
        award();
        // As a shop would that lets points be spent.
        testbed.jdbc()
                .sql("UPDATE credit_entry SET points = 9 WHERE cause = :id AND kind = 'AWARD'")
                .param("id", paid.paymentId())
                .update();
        String xid = testbed.begin();
        mark(xid);
        testbed.commit(xid);

        OrderPaid later = new OrderPaid(
                UUID.randomUUID().toString(), 1, "another-order", paid.customerId(), new Money("CNY", 5_000));
        award(later);

        assertThat(testbed.bean(CreditLedger.class).view(paid.customerId()).points())
                .isEqualTo(50);
    }

    @Test
    void ofTwoRefundsOnlyOneMarksTheRewards() {
        String first = testbed.begin();
        String second = testbed.begin();
        mark(first);

        assertThatThrownBy(() -> mark(second))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.ORDER_HELD_BY_EARLIER_ATTEMPT));

        testbed.rollback(second);
        testbed.commit(first);
        award();
        assertRewards(0, 0);
    }

    @Test
    void emptyCancelChangesNothingAndALateTryLoses() {
        award();
        String xid = testbed.begin();
        DelayedTry late = testbed.delayTry(xid, () -> participant().tryMark(paid.paymentId(), claim()));

        testbed.rollback(xid);

        assertThat(fence(xid)).containsExactly(State.SUSPENDED);
        assertThat(late.goOn()).isPresent();
        assertThat(fence(xid)).containsExactly(State.SUSPENDED);
        assertRewards(89, 445);
        String next = testbed.begin();
        mark(next);
        testbed.rollback(next);
    }

    @Test
    void repeatedConfirmAndRepeatedCancelChangeNothing() {
        award();
        String released = testbed.begin();
        mark(released);
        testbed.rollback(released);
        assertThat(testbed.deliverCancel(onlyBranch(released))).isEqualTo(BranchStatus.PhaseTwo_Rollbacked);
        assertRewards(89, 445);

        String taken = testbed.begin();
        mark(taken);
        testbed.commit(taken);
        assertThat(testbed.deliverConfirm(onlyBranch(taken))).isEqualTo(BranchStatus.PhaseTwo_Committed);

        assertRewards(0, 0);
        assertThat(entries()).isEqualTo(4);
    }

    @Test
    void lateCancelLeavesALaterRefundsClaimAlone() {
        award();
        String first = testbed.begin();
        mark(first);
        testbed.rollback(first);
        String second = testbed.begin();
        mark(second);

        assertThat(testbed.deliverCancel(onlyBranch(first))).isEqualTo(BranchStatus.PhaseTwo_Rollbacked);

        testbed.commit(second);
        assertRewards(0, 0);
    }

    @Test
    void cancelAfterConfirmAndConfirmAfterCancelAreNotAccepted() {
        award();
        String released = testbed.begin();
        mark(released);
        testbed.rollback(released);
        String taken = testbed.begin();
        mark(taken);
        testbed.commit(taken);

        assertThat(testbed.deliverCancel(onlyBranch(taken))).isEqualTo(BranchStatus.PhaseTwo_RollbackFailed_Retryable);
        assertThat(testbed.deliverConfirm(onlyBranch(released)))
                .isEqualTo(BranchStatus.PhaseTwo_CommitFailed_Retryable);
        assertRewards(0, 0);
    }

    @Test
    void refusesToRunWithoutAnXid() {
        assertThatThrownBy(() -> participant().tryMark(paid.paymentId(), claim()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no XID");
    }

    @Test
    void whatTheCoordinatorForgotIsShownToTheAuditorAndSettled() {
        award();
        String xid = testbed.begin();
        mark(xid);
        AuditedBranches audited = testbed.bean(AuditedBranches.class);

        assertThat(audited.heldLongerThan(0, 200)).contains(xid);
        assertThat(audited.branches(List.of(xid))).singleElement().satisfies(branch -> {
            assertThat(branch.service()).isEqualTo("svc-customer");
            assertThat(branch.hold()).isEqualTo(HoldState.HELD);
            assertThat(branch.paymentId()).isEqualTo(paid.paymentId());
        });
        BranchView settled = audited.settle(new SettleBranchCommand(xid, Settlement.CONFIRM, FenceState.TRIED, false));

        assertThat(settled.hold()).isEqualTo(HoldState.CONFIRMED);
        assertThat(settled.fence()).isEqualTo(FenceState.COMMITTED);
        assertRewards(0, 0);
        testbed.commit(xid);
        assertThat(entries()).isEqualTo(4);
    }

    private static RewardTccParticipant participant() {
        return testbed.bean(RewardTccParticipant.class);
    }

    private MarkRewardsCommand claim() {
        return new MarkRewardsCommand(UUID.randomUUID().toString(), paid.paymentId(), paid.orderId());
    }

    private void mark(String xid) {
        testbed.runTry(xid, () -> participant().tryMark(paid.paymentId(), claim()));
    }

    private void award() {
        award(paid);
    }

    /** As the two consumers do. */
    private static void award(OrderPaid event) {
        Inbox inbox = testbed.bean(Inbox.class);
        inbox.applyOnce(event.paymentId(), "CREDIT", () -> testbed.bean(CreditAward.class)
                .award(event));
        inbox.applyOnce(event.paymentId(), "COMMISSION", () -> testbed.bean(CommissionAward.class)
                .award(event));
    }

    private void assertRewards(long points, long commissionMinor) {
        assertThat(testbed.bean(CreditLedger.class).view(paid.customerId()).points())
                .isEqualTo(points);
        assertThat(testbed.bean(CommissionLedger.class).view(referrer.id()).total())
                .isEqualTo(new Money("CNY", commissionMinor));
    }

    private long entries() {
        return Stream.of("credit_entry", "commission_entry")
                .mapToLong(table -> testbed.jdbc()
                        .sql("SELECT count(*) FROM " + table + " WHERE cause = :id")
                        .param("id", paid.paymentId())
                        .query(Long.class)
                        .single())
                .sum();
    }

    private static List<State> fence(String xid) {
        return testbed.fenceRows(xid).stream().map(FenceRow::state).toList();
    }

    private static Branch onlyBranch(String xid) {
        List<Branch> branches = testbed.branches(xid);
        assertThat(branches).hasSize(1);
        return branches.get(0);
    }

    private static RegisterCommand command(String referrerCode) {
        return new RegisterCommand("c-" + UUID.randomUUID() + "@example.com", "some-password", "A", "B", referrerCode);
    }
}
