package io.microecommerce.order.purchase.tcc;

import static io.microecommerce.order.purchase.Examples.ALICE;
import static io.microecommerce.order.purchase.Examples.BOB;
import static io.microecommerce.order.purchase.Examples.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.HoldOrderCommand;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.order.OrderService;
import io.microecommerce.order.purchase.Actor;
import io.microecommerce.order.purchase.Examples;
import io.microecommerce.order.purchase.Order;
import io.microecommerce.order.purchase.OrderDraft;
import io.microecommerce.order.purchase.Orders;
import io.microecommerce.order.purchase.PaymentWindow;
import io.microecommerce.order.purchase.PurchaseLimits;
import io.microecommerce.order.purchase.StatusChange;
import io.microecommerce.service.tcc.Branch;
import io.microecommerce.service.tcc.FenceRow;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.seata.core.model.BranchStatus;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class OrderTccParticipantTest {

    private static final String PAYMENT = "payment-1";

    @RegisterExtension
    static final ParticipantTestbed testbed = OrderService.testbed();

    @Test
    void commitPaysTheOrder() {
        String orderId = pendingOrder();
        String xid = testbed.begin();

        hold(xid, orderId);
        assertHeldBy(xid, orderId);
        testbed.commit(xid);

        Order paid = order(orderId);
        assertThat(paid.status()).isEqualTo(OrderStatus.PAID);
        assertThat(paid.paidAt()).isNotNull();
        assertThat(paid.hold()).isEqualTo(new Order.Hold(xid, PAYMENT));
        assertFence(xid, FenceRow.State.COMMITTED);
        assertMovedByThePayment(orderId, OrderStatus.PAYING, OrderStatus.PAID);
    }

    @Test
    void cancelReleasesTheOrder() {
        String orderId = pendingOrder();
        String xid = testbed.begin();

        hold(xid, orderId);
        testbed.rollback(xid);

        assertPending(orderId);
        assertFence(xid, FenceRow.State.ROLLED_BACK);
        assertMovedByThePayment(orderId, OrderStatus.PAYING, OrderStatus.PENDING_PAYMENT);
    }

    @Test
    void cancelBeforeTryChangesNothingAndTheLateTryIsRefused() {
        String orderId = pendingOrder();
        String xid = testbed.begin();
        ParticipantTestbed.DelayedTry late = testbed.delayTry(xid, () -> tryHold(orderId));

        testbed.rollback(xid);
        assertPending(orderId);
        assertFence(xid, FenceRow.State.SUSPENDED);

        assertThat(late.goOn()).isPresent();
        assertPending(orderId);
        assertFence(xid, FenceRow.State.SUSPENDED);
    }

    @Test
    void lateCancelLeavesALaterPaymentsHoldAlone() {
        String orderId = pendingOrder();
        String earlier = testbed.begin();
        hold(earlier, orderId);
        testbed.rollback(earlier);
        String later = testbed.begin();
        hold(later, orderId);

        assertThat(testbed.deliverCancel(branch(earlier))).isEqualTo(BranchStatus.PhaseTwo_Rollbacked);
        assertHeldBy(later, orderId);

        // Even without the fence's memory the statement itself would not find the row.
        assertThatIllegalStateException()
                .isThrownBy(() -> testbed.bean(OrderTccParticipant.class).cancel(context(earlier, orderId)));
        assertThatIllegalStateException()
                .isThrownBy(() -> testbed.bean(OrderTccParticipant.class).confirm(context(earlier, orderId)));
        assertHeldBy(later, orderId);

        testbed.commit(later);
        assertThat(order(orderId).status()).isEqualTo(OrderStatus.PAID);
    }

    /** What the TC keeps of a branch whose Try an earlier version ran: the action's name, and the context as text. */
    @Test
    void confirmsWhatThePreviousVersionHeld() {
        String orderId = pendingOrder();
        String xid = testbed.begin();
        hold(xid, orderId);
        Branch held = new Branch(
                xid,
                testbed.branches(xid).get(0).id(),
                "order-hold",
                """
                {"actionContext":{"action-start-time":1767270896789,"useTCCFence":true,"sys::prepare":"tryHold",\
                "sys::rollback":"cancel","sys::commit":"confirm","host-name":"10.0.0.7","actionName":"order-hold",\
                "orderId":"%s"}}"""
                        .formatted(orderId));

        assertThat(testbed.deliverConfirm(held)).isEqualTo(BranchStatus.PhaseTwo_Committed);

        assertThat(order(orderId).status()).isEqualTo(OrderStatus.PAID);
        testbed.commit(xid);
    }

    @Test
    void repeatedConfirmChangesNothing() {
        String orderId = pendingOrder();
        String xid = testbed.begin();
        hold(xid, orderId);
        testbed.commit(xid);
        Order paid = order(orderId);

        assertThat(testbed.deliverConfirm(branch(xid))).isEqualTo(BranchStatus.PhaseTwo_Committed);

        assertThat(order(orderId).paidAt()).isEqualTo(paid.paidAt());
        assertFence(xid, FenceRow.State.COMMITTED);
        assertMovedByThePayment(orderId, OrderStatus.PAYING, OrderStatus.PAID);
    }

    @Test
    void repeatedCancelChangesNothing() {
        String orderId = pendingOrder();
        String xid = testbed.begin();
        hold(xid, orderId);
        testbed.rollback(xid);

        assertThat(testbed.deliverCancel(branch(xid))).isEqualTo(BranchStatus.PhaseTwo_Rollbacked);

        assertPending(orderId);
        assertFence(xid, FenceRow.State.ROLLED_BACK);
        assertMovedByThePayment(orderId, OrderStatus.PAYING, OrderStatus.PENDING_PAYMENT);
    }

    @Test
    void cancelAfterConfirmAndConfirmAfterCancelChangeNothing() {
        String paidId = pendingOrder();
        String committed = testbed.begin();
        hold(committed, paidId);
        testbed.commit(committed);
        String releasedId = pendingOrder();
        String rolledBack = testbed.begin();
        hold(rolledBack, releasedId);
        testbed.rollback(rolledBack);

        assertThat(testbed.deliverCancel(branch(committed))).isEqualTo(BranchStatus.PhaseTwo_RollbackFailed_Retryable);
        assertThat(testbed.deliverConfirm(branch(rolledBack))).isEqualTo(BranchStatus.PhaseTwo_CommitFailed_Retryable);

        assertThat(order(paidId).status()).isEqualTo(OrderStatus.PAID);
        assertPending(releasedId);
    }

    @Test
    void confirmThatDoesNotFindItsHoldFailsAndIsTriedAgain() {
        String orderId = pendingOrder();
        String xid = testbed.begin();
        hold(xid, orderId);
        testbed.jdbc()
                .sql("UPDATE orders SET xid = 'another' WHERE id = :id")
                .param("id", orderId)
                .update();

        assertThat(testbed.deliverConfirm(branch(xid))).isEqualTo(BranchStatus.PhaseTwo_CommitFailed_Retryable);
        assertFence(xid, FenceRow.State.TRIED);

        testbed.jdbc()
                .sql("UPDATE orders SET xid = :xid WHERE id = :id")
                .param("xid", xid)
                .param("id", orderId)
                .update();
        testbed.commit(xid);
        assertThat(order(orderId).status()).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void refusedTryHoldsNothing() {
        String orderId = pendingOrder();
        assertRefused(ErrorCode.ORDER_NOT_FOUND, new HoldOrderCommand("no-such-order", PAYMENT, ALICE, TOTAL));
        assertRefused(ErrorCode.ORDER_NOT_FOUND, new HoldOrderCommand(orderId, PAYMENT, BOB, TOTAL));
        assertRefused(
                ErrorCode.ORDER_CHANGED,
                new HoldOrderCommand(orderId, PAYMENT, ALICE, new Money("CNY", TOTAL.minor() + 1)));
        assertRefused(
                ErrorCode.ORDER_CHANGED,
                new HoldOrderCommand(orderId, PAYMENT, ALICE, new Money("USD", TOTAL.minor())));
        assertPending(orderId);
    }

    @Test
    void refusesAnOrderThatIsPaidShippedCompletedCancelledOrTooOld() {
        String paid = pendingOrder();
        String xid = testbed.begin();
        hold(xid, paid);
        testbed.commit(xid);
        assertRefused(ErrorCode.ORDER_ALREADY_PAID, command(paid));
        assertThat(orders().ship(paid, "SF Express", "SF-1", "staff-1")).isTrue();
        assertRefused(ErrorCode.ORDER_ALREADY_PAID, command(paid));
        assertThat(orders().complete(paid, "staff-1")).isTrue();
        assertRefused(ErrorCode.ORDER_ALREADY_PAID, command(paid));

        String cancelled = pendingOrder();
        assertThat(orders().cancel(cancelled)).isTrue();
        assertRefused(ErrorCode.ORDER_CANCELLED, command(cancelled));

        String tooOld = pendingOrder();
        testbed.jdbc()
                .sql("UPDATE orders SET pay_by = now() WHERE id = :id")
                .param("id", tooOld)
                .update();
        assertRefused(ErrorCode.PAYMENT_WINDOW_CLOSED, command(tooOld));
    }

    @Test
    void orderHeldByAnEarlierAttemptMayBeHeldOnceThatHasLetGo() {
        String orderId = pendingOrder();
        String earlier = testbed.begin();
        hold(earlier, orderId);

        assertRefused(ErrorCode.ORDER_HELD_BY_EARLIER_ATTEMPT, command(orderId));
        assertThat(ErrorCode.ORDER_HELD_BY_EARLIER_ATTEMPT.retryable()).isTrue();
        assertHeldBy(earlier, orderId);

        testbed.rollback(earlier);
        String later = testbed.begin();
        hold(later, orderId);
        assertHeldBy(later, orderId);
        testbed.rollback(later);
    }

    @Test
    void secondTryOfOneTransactionIsRefused() {
        String orderId = pendingOrder();
        String xid = testbed.begin();
        hold(xid, orderId);

        assertThatThrownBy(() -> hold(xid, orderId))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.ORDER_HELD_BY_EARLIER_ATTEMPT));

        testbed.rollback(xid);
        assertPending(orderId);
    }

    @Test
    void oneOfTwoSimultaneousTriesHoldsTheOrder() {
        String orderId = pendingOrder();
        String one = testbed.begin();
        String other = testbed.begin();

        List<Optional<Throwable>> ends =
                testbed.together(List.of(() -> hold(one, orderId), () -> hold(other, orderId)));

        String winner = ends.get(0).isEmpty() ? one : other;
        String loser = ends.get(0).isEmpty() ? other : one;
        assertThat(ends.stream().flatMap(Optional::stream))
                .singleElement()
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.ORDER_HELD_BY_EARLIER_ATTEMPT));
        testbed.rollback(loser);
        assertHeldBy(winner, orderId);
        testbed.commit(winner);
        assertThat(order(orderId).hold()).isEqualTo(new Order.Hold(winner, PAYMENT));
    }

    @Test
    void refusesATryWithoutAnXid() {
        String orderId = pendingOrder();

        assertThatIllegalStateException().isThrownBy(() -> tryHold(orderId)).withMessageContaining("XID");

        assertPending(orderId);
    }

    @Test
    void refusesATryInsideAnotherTransaction() {
        String orderId = pendingOrder();
        String xid = testbed.begin();
        TransactionTemplate outer = new TransactionTemplate(testbed.bean(PlatformTransactionManager.class));

        assertThatThrownBy(() -> outer.executeWithoutResult(status -> hold(xid, orderId)))
                .isInstanceOf(IllegalTransactionStateException.class);

        testbed.rollback(xid);
        assertPending(orderId);
    }

    // ---- steps -----------------------------------------------------------------------------------------------------

    private static Orders orders() {
        return testbed.bean(Orders.class);
    }

    private static Order order(String orderId) {
        return orders().find(orderId).orElseThrow();
    }

    private static String pendingOrder() {
        OrderDraft draft = Examples.draft(ALICE);
        assertThat(orders().add(draft, PurchaseLimits.NONE, new PaymentWindow(Duration.ofMinutes(30))))
                .isTrue();
        return draft.id();
    }

    private static HoldOrderCommand command(String orderId) {
        return new HoldOrderCommand(orderId, PAYMENT, ALICE, TOTAL);
    }

    private static void tryHold(String orderId) {
        testbed.bean(OrderTccParticipant.class).tryHold(orderId, command(orderId));
    }

    private static void hold(String xid, String orderId) {
        testbed.runTry(xid, () -> tryHold(orderId));
    }

    private static Branch branch(String xid) {
        return testbed.branches(xid).get(0);
    }

    private static BusinessActionContext context(String xid, String orderId) {
        BusinessActionContext context = new BusinessActionContext();
        context.setXid(xid);
        context.setActionContext(new java.util.HashMap<>(java.util.Map.of("orderId", orderId)));
        return context;
    }

    // ---- what must hold --------------------------------------------------------------------------------------------

    private static void assertHeldBy(String xid, String orderId) {
        assertThat(order(orderId).status()).isEqualTo(OrderStatus.PAYING);
        assertThat(order(orderId).hold()).isEqualTo(new Order.Hold(xid, PAYMENT));
    }

    private static void assertPending(String orderId) {
        assertThat(order(orderId).status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
        assertThat(order(orderId).hold()).isNull();
    }

    private static void assertMovedByThePayment(String orderId, OrderStatus... statuses) {
        List<StatusChange> moves = orders().history(orderId).subList(1, statuses.length + 1);
        assertThat(orders().history(orderId)).hasSize(statuses.length + 1);
        assertThat(moves).extracting(StatusChange::toStatus).containsExactly(statuses);
        assertThat(moves).extracting(StatusChange::actor).containsOnly(Actor.PAYMENT);
        assertThat(moves).extracting(StatusChange::actorId).containsOnly(PAYMENT);
    }

    private static void assertFence(String xid, FenceRow.State state) {
        assertThat(testbed.fenceRows(xid)).extracting(FenceRow::state).containsExactly(state);
        assertThat(testbed.fenceRows(xid)).extracting(FenceRow::actionName).containsExactly("order-hold");
    }

    private static void assertRefused(ErrorCode code, HoldOrderCommand command) {
        String xid = testbed.begin();
        assertThatThrownBy(() -> testbed.runTry(
                        xid, () -> testbed.bean(OrderTccParticipant.class).tryHold(command.orderId(), command)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
        assertThat(testbed.fenceRows(xid)).isEmpty();
        testbed.rollback(xid);
        assertFence(xid, FenceRow.State.SUSPENDED);
    }
}
