package io.microecommerce.order.purchase.tcc;

import static io.microecommerce.order.purchase.Examples.ALICE;
import static io.microecommerce.order.purchase.Examples.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.branch.BranchView;
import io.microecommerce.api.branch.FenceState;
import io.microecommerce.api.branch.HoldState;
import io.microecommerce.api.branch.SettleBranchCommand;
import io.microecommerce.api.branch.Settlement;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.order.RefundOrderCommand;
import io.microecommerce.order.OrderService;
import io.microecommerce.order.purchase.Actor;
import io.microecommerce.order.purchase.Examples;
import io.microecommerce.order.purchase.Order;
import io.microecommerce.order.purchase.OrderDraft;
import io.microecommerce.order.purchase.Orders;
import io.microecommerce.order.purchase.PaymentWindow;
import io.microecommerce.order.purchase.PurchaseLimits;
import io.microecommerce.order.purchase.StatusChange;
import io.microecommerce.service.tcc.AuditedBranches;
import io.microecommerce.service.tcc.Branch;
import io.microecommerce.service.tcc.FenceRow;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.seata.core.model.BranchStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RefundTccParticipantTest {

    private static final String PAYMENT = "payment-1";
    private static final String REFUND = "refund-1";

    @RegisterExtension
    static final ParticipantTestbed testbed = OrderService.testbed();

    @ParameterizedTest
    @EnumSource(names = {"PAID", "SHIPPED", "COMPLETED"})
    void commitRefundsTheOrder(OrderStatus was) {
        String orderId = orderIn(was);
        Order before = order(orderId);
        String xid = testbed.begin();

        refund(xid, orderId, was);
        assertThat(order(orderId).status()).isEqualTo(OrderStatus.REFUNDING);
        testbed.commit(xid);

        Order refunded = order(orderId);
        assertThat(refunded.status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(refunded.refund()).isEqualTo(new Order.Refund(REFUND, xid, was));
        assertThat(refunded.hold()).isEqualTo(before.hold());
        assertThat(refunded.shipment()).isEqualTo(before.shipment());
        assertFence(xid, FenceRow.State.COMMITTED);
        assertLastMoves(orderId, OrderStatus.REFUNDING, OrderStatus.REFUNDED);
    }

    @ParameterizedTest
    @EnumSource(names = {"PAID", "SHIPPED", "COMPLETED"})
    void cancelLeavesTheOrderAsItWas(OrderStatus was) {
        String orderId = orderIn(was);
        Order before = order(orderId);
        String xid = testbed.begin();

        refund(xid, orderId, was);
        testbed.rollback(xid);

        assertThat(order(orderId)).isEqualTo(before);
        assertFence(xid, FenceRow.State.ROLLED_BACK);
        assertLastMoves(orderId, OrderStatus.REFUNDING, was);
    }

    @Test
    void cancelBeforeTryChangesNothingAndTheLateTryIsRefused() {
        String orderId = orderIn(OrderStatus.PAID);
        String xid = testbed.begin();
        ParticipantTestbed.DelayedTry late =
                testbed.delayTry(xid, () -> tryRefund(command(orderId, OrderStatus.PAID, false)));

        testbed.rollback(xid);
        assertFence(xid, FenceRow.State.SUSPENDED);

        assertThat(late.goOn()).isPresent();
        assertThat(order(orderId).status()).isEqualTo(OrderStatus.PAID);
        assertFence(xid, FenceRow.State.SUSPENDED);
    }

    @Test
    void lateCancelLeavesALaterRefundsHoldAlone() {
        String orderId = orderIn(OrderStatus.PAID);
        String earlier = testbed.begin();
        refund(earlier, orderId, OrderStatus.PAID);
        testbed.rollback(earlier);
        String later = testbed.begin();
        refund(later, orderId, OrderStatus.PAID);

        assertThat(testbed.deliverCancel(branch(earlier))).isEqualTo(BranchStatus.PhaseTwo_Rollbacked);
        assertThat(order(orderId).refund()).isEqualTo(new Order.Refund(REFUND, later, OrderStatus.PAID));

        testbed.commit(later);
        assertThat(order(orderId).status()).isEqualTo(OrderStatus.REFUNDED);
    }

    @Test
    void repeatedConfirmAndCancelChangeNothing() {
        String refundedId = orderIn(OrderStatus.PAID);
        String committed = testbed.begin();
        refund(committed, refundedId, OrderStatus.PAID);
        testbed.commit(committed);
        String keptId = orderIn(OrderStatus.PAID);
        String rolledBack = testbed.begin();
        refund(rolledBack, keptId, OrderStatus.PAID);
        testbed.rollback(rolledBack);

        assertThat(testbed.deliverConfirm(branch(committed))).isEqualTo(BranchStatus.PhaseTwo_Committed);
        assertThat(testbed.deliverCancel(branch(committed))).isEqualTo(BranchStatus.PhaseTwo_RollbackFailed_Retryable);
        assertThat(testbed.deliverCancel(branch(rolledBack))).isEqualTo(BranchStatus.PhaseTwo_Rollbacked);
        assertThat(testbed.deliverConfirm(branch(rolledBack))).isEqualTo(BranchStatus.PhaseTwo_CommitFailed_Retryable);

        assertThat(order(refundedId).status()).isEqualTo(OrderStatus.REFUNDED);
        assertLastMoves(refundedId, OrderStatus.REFUNDING, OrderStatus.REFUNDED);
        assertThat(order(keptId).status()).isEqualTo(OrderStatus.PAID);
        assertLastMoves(keptId, OrderStatus.REFUNDING, OrderStatus.PAID);
    }

    @Test
    void confirmThatDoesNotFindItsHoldFailsAndIsTriedAgain() {
        String orderId = orderIn(OrderStatus.PAID);
        String xid = testbed.begin();
        refund(xid, orderId, OrderStatus.PAID);
        moveTo("another", orderId);

        assertThat(testbed.deliverConfirm(branch(xid))).isEqualTo(BranchStatus.PhaseTwo_CommitFailed_Retryable);
        assertThat(testbed.deliverCancel(branch(xid))).isEqualTo(BranchStatus.PhaseTwo_RollbackFailed_Retryable);
        assertFence(xid, FenceRow.State.TRIED);

        moveTo(xid, orderId);
        testbed.commit(xid);
        assertThat(order(orderId).status()).isEqualTo(OrderStatus.REFUNDED);
    }

    @Test
    void refusedTryHoldsNothing() {
        assertRefused(ErrorCode.ORDER_NOT_FOUND, command("no-such-order", OrderStatus.PAID, false));
        String pending = pendingOrder();
        assertRefused(ErrorCode.ORDER_NOT_PAID, command(pending, OrderStatus.PAID, false));
        String paid = orderIn(OrderStatus.PAID);
        assertRefused(
                ErrorCode.ORDER_CHANGED, new RefundOrderCommand(paid, "another", REFUND, OrderStatus.PAID, false));
        assertRefused(ErrorCode.ORDER_CHANGED, command(paid, OrderStatus.SHIPPED, false));
        String shipped = orderIn(OrderStatus.SHIPPED);
        assertRefused(ErrorCode.ORDER_ALREADY_SHIPPED, command(shipped, OrderStatus.PAID, true));
        assertRefused(ErrorCode.ORDER_ALREADY_SHIPPED, command(shipped, OrderStatus.SHIPPED, true));
        assertRefused(ErrorCode.ORDER_CHANGED, command(shipped, OrderStatus.PAID, false));
        assertThat(order(paid).status()).isEqualTo(OrderStatus.PAID);
        assertThat(order(shipped).status()).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void aRefundedOrderIsNotRefundedAgain() {
        String orderId = orderIn(OrderStatus.PAID);
        String xid = testbed.begin();
        refund(xid, orderId, OrderStatus.PAID);

        assertRefused(ErrorCode.ORDER_HELD_BY_EARLIER_ATTEMPT, command(orderId, OrderStatus.PAID, false));
        testbed.commit(xid);

        assertRefused(ErrorCode.ORDER_REFUNDED, command(orderId, OrderStatus.PAID, false));
    }

    /** Of a shipment and a refund at the same moment one is first; the goods of a refunded order never leave. */
    @Test
    void aRefundingOrderIsNotShipped() {
        String orderId = orderIn(OrderStatus.PAID);
        String xid = testbed.begin();

        List<Optional<Throwable>> ends =
                testbed.together(List.of(() -> refund(xid, orderId, OrderStatus.PAID), () -> assertThat(
                                orders().ship(orderId, "SF Express", "SF-1", "staff-1"))
                        .isTrue()));

        assertThat(ends).filteredOn(Optional::isEmpty).hasSize(1);
        boolean refunding = ends.get(0).isEmpty();
        assertThat(order(orderId).status()).isEqualTo(refunding ? OrderStatus.REFUNDING : OrderStatus.SHIPPED);
        testbed.rollback(xid);
        assertThat(order(orderId).status()).isEqualTo(refunding ? OrderStatus.PAID : OrderStatus.SHIPPED);
    }

    @Test
    void refusesATryWithoutAnXidOrInsideAnotherTransaction() {
        String orderId = orderIn(OrderStatus.PAID);
        assertThatIllegalStateException()
                .isThrownBy(() -> tryRefund(command(orderId, OrderStatus.PAID, false)))
                .withMessageContaining("XID");

        String xid = testbed.begin();
        TransactionTemplate outer = new TransactionTemplate(testbed.bean(PlatformTransactionManager.class));
        assertThatThrownBy(() -> outer.executeWithoutResult(status -> refund(xid, orderId, OrderStatus.PAID)))
                .isInstanceOf(IllegalTransactionStateException.class);
        testbed.rollback(xid);

        assertThat(order(orderId).status()).isEqualTo(OrderStatus.PAID);
    }

    // ---- past the coordinator --------------------------------------------------------------------------------------

    @Test
    void theAuditorSeesTheRefundsTransactionApartFromThePayments() {
        String orderId = orderIn(OrderStatus.PAID);
        String paymentXid = order(orderId).hold().xid();
        String xid = testbed.begin();
        refund(xid, orderId, OrderStatus.PAID);

        BranchView held = view(xid);

        assertThat(held.action()).isEqualTo("refund-order");
        assertThat(held.fence()).isEqualTo(FenceState.TRIED);
        assertThat(held.hold()).isEqualTo(HoldState.HELD);
        assertThat(held.orderId()).isEqualTo(orderId);
        assertThat(view(paymentXid).hold()).isEqualTo(HoldState.CONFIRMED);
        assertThat(view(paymentXid).action()).isEqualTo("order-hold");
        assertThat(branches().heldLongerThan(0, 200)).contains(xid).doesNotContain(paymentXid);
        testbed.rollback(xid);
        assertThat(view(xid).action()).isEqualTo("refund-order");
        assertThat(view(xid).hold()).isEqualTo(HoldState.NONE);
    }

    @Test
    void isSettledWithoutTheCoordinator() {
        String kept = orderIn(OrderStatus.SHIPPED);
        String cancelled = testbed.begin();
        refund(cancelled, kept, OrderStatus.SHIPPED);
        String given = orderIn(OrderStatus.PAID);
        String confirmed = testbed.begin();
        refund(confirmed, given, OrderStatus.PAID);

        assertThat(settle(cancelled, Settlement.CANCEL).fence()).isEqualTo(FenceState.ROLLED_BACK);
        assertThat(settle(confirmed, Settlement.CONFIRM).hold()).isEqualTo(HoldState.CONFIRMED);

        assertThat(order(kept).status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(order(given).status()).isEqualTo(OrderStatus.REFUNDED);
        testbed.rollback(cancelled);
        testbed.commit(confirmed);
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

    /** PAID, SHIPPED or COMPLETED, by an XID that no coordinator knows. */
    private static String orderIn(OrderStatus status) {
        String orderId = pendingOrder();
        String xid = "paid-" + UUID.randomUUID();
        assertThat(orders().hold(orderId, new Order.Hold(xid, PAYMENT), ALICE, TOTAL))
                .isTrue();
        assertThat(orders().confirm(orderId, xid)).isTrue();
        if (status != OrderStatus.PAID) {
            assertThat(orders().ship(orderId, "SF Express", "SF-1", "staff-1")).isTrue();
        }
        if (status == OrderStatus.COMPLETED) {
            assertThat(orders().complete(orderId, "staff-1")).isTrue();
        }
        return orderId;
    }

    private static RefundOrderCommand command(String orderId, OrderStatus from, boolean byCustomer) {
        return new RefundOrderCommand(orderId, PAYMENT, REFUND, from, byCustomer);
    }

    private static void tryRefund(RefundOrderCommand command) {
        testbed.bean(RefundTccParticipant.class).tryRefund(command.orderId(), command);
    }

    private static void refund(String xid, String orderId, OrderStatus from) {
        testbed.runTry(xid, () -> tryRefund(command(orderId, from, false)));
    }

    private static void moveTo(String xid, String orderId) {
        testbed.jdbc()
                .sql("UPDATE orders SET refund_xid = :xid WHERE id = :id")
                .param("xid", xid)
                .param("id", orderId)
                .update();
    }

    private static Branch branch(String xid) {
        return testbed.branches(xid).get(0);
    }

    private static AuditedBranches branches() {
        return testbed.bean(AuditedBranches.class);
    }

    private static BranchView view(String xid) {
        return branches().branches(List.of(xid)).get(0);
    }

    private static BranchView settle(String xid, Settlement settlement) {
        return branches().settle(new SettleBranchCommand(xid, settlement, FenceState.TRIED, false));
    }

    // ---- what must hold --------------------------------------------------------------------------------------------

    private static void assertLastMoves(String orderId, OrderStatus... statuses) {
        List<StatusChange> history = orders().history(orderId);
        List<StatusChange> moves = history.subList(history.size() - statuses.length, history.size());
        assertThat(moves).extracting(StatusChange::toStatus).containsExactly(statuses);
        assertThat(moves).extracting(StatusChange::actor).containsOnly(Actor.REFUND);
        assertThat(moves).extracting(StatusChange::actorId).containsOnly(REFUND);
    }

    private static void assertFence(String xid, FenceRow.State state) {
        assertThat(testbed.fenceRows(xid)).extracting(FenceRow::state).containsExactly(state);
        assertThat(testbed.fenceRows(xid)).extracting(FenceRow::actionName).containsExactly("refund-order");
    }

    private static void assertRefused(ErrorCode code, RefundOrderCommand command) {
        String xid = testbed.begin();
        assertThatThrownBy(() -> testbed.runTry(xid, () -> tryRefund(command)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
        assertThat(testbed.fenceRows(xid)).isEmpty();
        testbed.rollback(xid);
        assertFence(xid, FenceRow.State.SUSPENDED);
    }
}
