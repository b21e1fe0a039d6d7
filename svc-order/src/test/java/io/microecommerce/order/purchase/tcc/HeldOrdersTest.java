package io.microecommerce.order.purchase.tcc;

import static io.microecommerce.order.purchase.Examples.ALICE;
import static io.microecommerce.order.purchase.Examples.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.branch.BranchView;
import io.microecommerce.api.branch.FenceState;
import io.microecommerce.api.branch.HoldState;
import io.microecommerce.api.branch.SettleBranchCommand;
import io.microecommerce.api.branch.Settlement;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.HoldOrderCommand;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.order.OrderService;
import io.microecommerce.order.purchase.Examples;
import io.microecommerce.order.purchase.OrderDraft;
import io.microecommerce.order.purchase.Orders;
import io.microecommerce.order.purchase.PaymentWindow;
import io.microecommerce.order.purchase.PurchaseLimits;
import io.microecommerce.service.tcc.AuditedBranches;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.time.Duration;
import java.util.List;
import org.apache.seata.core.model.BranchStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Orders that are settled past the coordinator. */
class HeldOrdersTest {

    private static final String PAYMENT = "payment-1";

    @RegisterExtension
    static final ParticipantTestbed testbed = OrderService.testbed();

    @Test
    void showsTheOrderThatIsHeldAndForHowLong() {
        String orderId = pendingOrder();
        String xid = hold(orderId);

        BranchView branch = branch(xid);

        assertThat(branch.service()).isEqualTo("svc-order");
        assertThat(branch.fence()).isEqualTo(FenceState.TRIED);
        assertThat(branch.hold()).isEqualTo(HoldState.HELD);
        assertThat(branch.orderId()).isEqualTo(orderId);
        assertThat(branch.paymentId()).isEqualTo(PAYMENT);
        assertThat(branches().heldLongerThan(0, 200)).containsOnlyOnce(xid);
        assertThat(branches().heldLongerThan(Duration.ofHours(1).toMillis(), 200))
                .doesNotContain(xid);
        testbed.rollback(xid);
        assertThat(branches().heldLongerThan(0, 200)).doesNotContain(xid);
    }

    @Test
    void confirmsAsConfirmDoesAndOnce() {
        String orderId = pendingOrder();
        String xid = hold(orderId);

        BranchView after = settle(xid, Settlement.CONFIRM);

        assertThat(after.fence()).isEqualTo(FenceState.COMMITTED);
        assertThat(after.hold()).isEqualTo(HoldState.CONFIRMED);
        assertThat(status(orderId)).isEqualTo(OrderStatus.PAID);
        assertChanged(xid, Settlement.CONFIRM);
        assertChanged(xid, Settlement.CANCEL);
        assertThat(testbed.deliverConfirm(testbed.branches(xid).get(0))).isEqualTo(BranchStatus.PhaseTwo_Committed);
        assertThat(status(orderId)).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void cancelsAsCancelDoesAndTheOrderCanBePaidAgain() {
        String orderId = pendingOrder();
        String xid = hold(orderId);

        BranchView after = settle(xid, Settlement.CANCEL);

        assertThat(after.fence()).isEqualTo(FenceState.ROLLED_BACK);
        assertThat(after.hold()).isEqualTo(HoldState.NONE);
        assertThat(status(orderId)).isEqualTo(OrderStatus.PENDING_PAYMENT);
        String later = hold(orderId);
        assertChanged(xid, Settlement.CANCEL);
        assertThat(testbed.deliverCancel(testbed.branches(xid).get(0))).isEqualTo(BranchStatus.PhaseTwo_Rollbacked);
        assertThat(status(orderId)).isEqualTo(OrderStatus.PAYING);
        testbed.commit(later);
        assertThat(status(orderId)).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void leavesAloneWhatTheCoordinatorHasConfirmed() {
        String orderId = pendingOrder();
        String xid = hold(orderId);
        testbed.commit(xid);

        assertChanged(xid, Settlement.CANCEL);

        assertThat(status(orderId)).isEqualTo(OrderStatus.PAID);
    }

    private static String pendingOrder() {
        OrderDraft draft = Examples.draft(ALICE);
        assertThat(testbed.bean(Orders.class)
                        .add(draft, PurchaseLimits.NONE, new PaymentWindow(Duration.ofMinutes(30))))
                .isTrue();
        return draft.id();
    }

    private static String hold(String orderId) {
        String xid = testbed.begin();
        testbed.runTry(xid, () -> testbed.bean(OrderTccParticipant.class)
                .tryHold(orderId, new HoldOrderCommand(orderId, PAYMENT, ALICE, TOTAL)));
        return xid;
    }

    private static OrderStatus status(String orderId) {
        return testbed.bean(Orders.class).find(orderId).orElseThrow().status();
    }

    private static void assertChanged(String xid, Settlement settlement) {
        assertThatThrownBy(() -> settle(xid, settlement))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TRANSACTION_CHANGED));
    }

    private static BranchView settle(String xid, Settlement settlement) {
        return branches().settle(new SettleBranchCommand(xid, settlement, FenceState.TRIED, false));
    }

    private static AuditedBranches branches() {
        return testbed.bean(AuditedBranches.class);
    }

    private static BranchView branch(String xid) {
        return branches().branches(List.of(xid)).get(0);
    }
}
