package io.microecommerce.product.stock.tcc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.branch.BranchView;
import io.microecommerce.api.branch.FenceState;
import io.microecommerce.api.branch.HoldState;
import io.microecommerce.api.branch.SettleBranchCommand;
import io.microecommerce.api.branch.Settlement;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.ReserveStockCommand.Line;
import io.microecommerce.product.ProductTestbed;
import io.microecommerce.product.stock.SkuStock;
import io.microecommerce.product.stock.SkuStocks;
import io.microecommerce.service.tcc.AuditedBranches;
import io.microecommerce.service.tcc.Branch;
import io.microecommerce.service.tcc.FenceRows;
import io.microecommerce.service.tcc.ParticipantTestbed;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.seata.core.model.BranchStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reservations that are settled past the coordinator, and beside it. */
class HeldStockTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = ProductTestbed.create();

    private final String tee = "tee-" + UUID.randomUUID();

    @BeforeEach
    void receiveStock() {
        ProductTestbed.receive(testbed.jdbc(), tee, 10);
    }

    @Test
    void showsWhatIsHeldAndForHowLong() {
        String xid = reserve(3);

        BranchView branch = branch(xid);

        assertThat(branch.service()).isEqualTo("svc-product");
        assertThat(branch.action()).isEqualTo(StockTccParticipant.ACTION);
        assertThat(branch.fence()).isEqualTo(FenceState.TRIED);
        assertThat(branch.hold()).isEqualTo(HoldState.HELD);
        assertThat(branch.orderId()).isEqualTo("order");
        assertThat(branch.what()).isEqualTo("3 x " + tee + " HELD");
        assertThat(branches().heldLongerThan(0, 200)).containsOnlyOnce(xid);
        assertThat(branches().heldLongerThan(Duration.ofHours(1).toMillis(), 200))
                .doesNotContain(xid);
        assertThat(testbed.bean(FenceRows.class).oldestTried()).isPositive();
        testbed.rollback(xid);
        assertThat(branches().heldLongerThan(0, 200)).doesNotContain(xid);
    }

    @Test
    void confirmsAsConfirmDoes() {
        String xid = reserve(3);

        BranchView after = settle(xid, Settlement.CONFIRM);

        assertThat(after.fence()).isEqualTo(FenceState.COMMITTED);
        assertThat(after.hold()).isEqualTo(HoldState.CONFIRMED);
        assertStock(7, 0, 3);
        // A coordinator that comes back finds it done.
        assertThat(testbed.deliverConfirm(onlyBranch(xid))).isEqualTo(BranchStatus.PhaseTwo_Committed);
        assertThat(testbed.deliverCancel(onlyBranch(xid))).isEqualTo(BranchStatus.PhaseTwo_RollbackFailed_Retryable);
        assertStock(7, 0, 3);
    }

    @Test
    void cancelsAsCancelDoes() {
        String xid = reserve(3);

        BranchView after = settle(xid, Settlement.CANCEL);

        assertThat(after.fence()).isEqualTo(FenceState.ROLLED_BACK);
        assertThat(after.hold()).isEqualTo(HoldState.NONE);
        assertStock(10, 0, 0);
        assertThat(testbed.deliverCancel(onlyBranch(xid))).isEqualTo(BranchStatus.PhaseTwo_Rollbacked);
        assertThat(testbed.deliverConfirm(onlyBranch(xid))).isEqualTo(BranchStatus.PhaseTwo_CommitFailed_Retryable);
        assertStock(10, 0, 0);
    }

    @Test
    void leavesAloneWhatHasEnded() {
        String sold = reserve(1);
        testbed.commit(sold);
        String released = reserve(1);
        settle(released, Settlement.CANCEL);

        for (String xid : List.of(sold, released)) {
            for (Settlement settlement : Settlement.values()) {
                assertRefused(() -> settle(xid, settlement), ErrorCode.TRANSACTION_CHANGED);
            }
        }
        assertStock(9, 0, 1);
    }

    @Test
    void ofASettlementAndAPhaseTwoAtTheSameTimeOneMoves() {
        for (int round = 0; round < 5; round++) {
            String xid = reserve(1);

            List<Optional<Throwable>> ends = testbed.together(
                    List.of(() -> settle(xid, Settlement.CANCEL), () -> testbed.deliverConfirm(onlyBranch(xid))));

            BranchView branch = branch(xid);
            boolean cancelled = ends.get(0).isEmpty();
            assertThat(branch.fence()).isEqualTo(cancelled ? FenceState.ROLLED_BACK : FenceState.COMMITTED);
            assertThat(branch.hold()).isEqualTo(cancelled ? HoldState.NONE : HoldState.CONFIRMED);
        }
        SkuStock stock = stock();
        assertThat(stock.frozen()).isZero();
        assertThat(stock.available() + stock.sold()).isEqualTo(10);
    }

    @Test
    void aPersonSettlesWhatTheFenceForgot() {
        String xid = reserve(3);
        testbed.jdbc()
                .sql("DELETE FROM tcc_fence_log WHERE xid = :xid")
                .param("xid", xid)
                .update();
        assertThat(branch(xid).fence()).isEqualTo(FenceState.ABSENT);
        assertThat(branches().heldLongerThan(0, 200)).contains(xid);

        assertRefused(
                () -> branches().settle(new SettleBranchCommand(xid, Settlement.CANCEL, FenceState.ABSENT, false)),
                ErrorCode.RESOLUTION_FORBIDDEN);
        BranchView after = branches().settle(new SettleBranchCommand(xid, Settlement.CANCEL, FenceState.ABSENT, true));

        assertThat(after.fence()).isEqualTo(FenceState.ROLLED_BACK);
        assertStock(10, 0, 0);
    }

    @Test
    void countsEachPhaseTwoThatFails() {
        String xid = reserve(3);
        testbed.jdbc()
                .sql("UPDATE stock_reservation SET xid = xid || '-x' WHERE xid = :xid")
                .param("xid", xid)
                .update();
        double before = failures();

        assertThat(testbed.deliverConfirm(onlyBranch(xid))).isEqualTo(BranchStatus.PhaseTwo_CommitFailed_Retryable);
        assertThat(testbed.deliverConfirm(onlyBranch(xid))).isEqualTo(BranchStatus.PhaseTwo_CommitFailed_Retryable);

        assertThat(failures()).isEqualTo(before + 2);
        assertThat(meters().get("shop.tcc.phase.two.failing").gauge().value()).isPositive();
        testbed.jdbc()
                .sql("UPDATE stock_reservation SET xid = :xid WHERE xid = :xid || '-x'")
                .param("xid", xid)
                .update();
        testbed.rollback(xid);
    }

    private String reserve(int pieces) {
        String xid = testbed.begin();
        testbed.runTry(
                xid, () -> testbed.bean(StockTccParticipant.class).tryReserve("order", List.of(new Line(tee, pieces))));
        return xid;
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

    private static Branch onlyBranch(String xid) {
        List<Branch> branches = testbed.branches(xid);
        assertThat(branches).hasSize(1);
        return branches.get(0);
    }

    private static void assertRefused(Runnable call, ErrorCode code) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private static MeterRegistry meters() {
        return testbed.bean(MeterRegistry.class);
    }

    private static double failures() {
        return meters().find("shop.tcc.phase.two.failures").tag("phase", "confirm").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private SkuStock stock() {
        return testbed.bean(SkuStocks.class).levels(List.of(tee)).get(tee);
    }

    private void assertStock(long available, long frozen, long sold) {
        assertThat(stock()).isEqualTo(new SkuStock(tee, available, frozen, sold));
    }
}
