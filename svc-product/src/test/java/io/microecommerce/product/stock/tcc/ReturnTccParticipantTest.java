package io.microecommerce.product.stock.tcc;

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
import io.microecommerce.api.product.ReserveStockCommand.Line;
import io.microecommerce.product.ProductTestbed;
import io.microecommerce.product.stock.SkuStock;
import io.microecommerce.product.stock.SkuStocks;
import io.microecommerce.service.tcc.AuditedBranches;
import io.microecommerce.service.tcc.Branch;
import io.microecommerce.service.tcc.FenceRow;
import io.microecommerce.service.tcc.FenceRow.State;
import io.microecommerce.service.tcc.ParticipantTestbed;
import io.microecommerce.service.tcc.ParticipantTestbed.DelayedTry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.seata.core.model.BranchStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a refund takes back, against the real PostgreSQL and the real TC. */
class ReturnTccParticipantTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = ProductTestbed.create();

    private final String tee = "tee-" + UUID.randomUUID();
    private final String lamp = "lamp-" + UUID.randomUUID();
    private String sale = "";

    @BeforeEach
    void sellThreeTeesAndTheLastLamp() {
        ProductTestbed.receive(testbed.jdbc(), tee, 10);
        ProductTestbed.receive(testbed.jdbc(), lamp, 1);
        sale = testbed.begin();
        testbed.runTry(sale, () -> testbed.bean(StockTccParticipant.class)
                .tryReserve("order", List.of(new Line(tee, 3), new Line(lamp, 1))));
        testbed.commit(sale);
        assertSold();
    }

    @AfterEach
    void everyPieceIsAccountedFor() {
        for (String skuId : List.of(tee, lamp)) {
            SkuStock stock = stock(skuId);
            long moved = testbed.jdbc()
                    .sql("SELECT sum(quantity) FROM stock_movement WHERE sku_id = :skuId")
                    .param("skuId", skuId)
                    .query(Long.class)
                    .single();
            assertThat(stock.available() + stock.frozen() + stock.sold()).isEqualTo(moved);
        }
    }

    @Test
    void tryKeepsThePiecesOutOfTheShopAndCommitBringsThemBack() {
        String xid = testbed.begin();

        giveBack(xid);
        assertSold();
        assertThat(fence(xid)).containsExactly(State.TRIED);
        testbed.commit(xid);

        assertStock(tee, 10, 0, 0);
        assertStock(lamp, 1, 0, 0);
        assertThat(fence(xid)).containsExactly(State.COMMITTED);
    }

    @Test
    void cancelLeavesThePiecesSold() {
        String xid = testbed.begin();
        giveBack(xid);

        testbed.rollback(xid);

        assertSold();
        assertThat(fence(xid)).containsExactly(State.ROLLED_BACK);
        String later = testbed.begin();
        giveBack(later);
        assertThat(testbed.deliverCancel(onlyBranch(xid))).isEqualTo(BranchStatus.PhaseTwo_Rollbacked);
        testbed.commit(later);
        assertStock(tee, 10, 0, 0);
    }

    @Test
    void emptyCancelChangesNothingAndALateTryLoses() {
        String xid = testbed.begin();
        DelayedTry late = testbed.delayTry(xid, this::tryReturn);

        testbed.rollback(xid);
        assertThat(fence(xid)).containsExactly(State.SUSPENDED);
        assertThat(late.goOn()).isPresent();

        assertSold();
        assertThat(fence(xid)).containsExactly(State.SUSPENDED);
    }

    @Test
    void repeatedDeliveriesChangeNothing() {
        String rolledBack = testbed.begin();
        giveBack(rolledBack);
        testbed.rollback(rolledBack);
        String committed = testbed.begin();
        giveBack(committed);
        testbed.commit(committed);

        assertThat(testbed.deliverConfirm(onlyBranch(committed))).isEqualTo(BranchStatus.PhaseTwo_Committed);
        assertThat(testbed.deliverCancel(onlyBranch(committed)))
                .isEqualTo(BranchStatus.PhaseTwo_RollbackFailed_Retryable);
        assertThat(testbed.deliverCancel(onlyBranch(rolledBack))).isEqualTo(BranchStatus.PhaseTwo_Rollbacked);
        assertThat(testbed.deliverConfirm(onlyBranch(rolledBack)))
                .isEqualTo(BranchStatus.PhaseTwo_CommitFailed_Retryable);
        // The sale's own branch is as settled as before.
        assertThat(testbed.deliverConfirm(onlyBranch(sale))).isEqualTo(BranchStatus.PhaseTwo_Committed);

        assertStock(tee, 10, 0, 0);
        assertStock(lamp, 1, 0, 0);
    }

    @Test
    void piecesComeBackOnce() {
        String one = testbed.begin();
        String other = testbed.begin();

        List<Optional<Throwable>> ends = testbed.together(List.of(() -> giveBack(one), () -> giveBack(other)));

        String winner = ends.get(0).isEmpty() ? one : other;
        String loser = ends.get(0).isEmpty() ? other : one;
        assertThat(ends.stream().flatMap(Optional::stream))
                .singleElement()
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.ORDER_HELD_BY_EARLIER_ATTEMPT));
        testbed.rollback(loser);
        testbed.commit(winner);
        assertStock(tee, 10, 0, 0);

        String again = testbed.begin();
        assertThatThrownBy(() -> giveBack(again))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ORDER_REFUNDED));
        testbed.rollback(again);
        assertStock(tee, 10, 0, 0);
    }

    @Test
    void whatIsNotSoldDoesNotComeBack() {
        String held = testbed.begin();
        testbed.runTry(
                held, () -> testbed.bean(StockTccParticipant.class).tryReserve("other", List.of(new Line(tee, 2))));
        String xid = testbed.begin();

        assertThatIllegalStateException()
                .isThrownBy(() -> testbed.runTry(xid, () -> participant().tryReturn("other", held)));

        testbed.rollback(xid);
        assertStock(tee, 5, 2, 3);
        testbed.rollback(held);
    }

    @Test
    void refusesToRunWithoutAnXid() {
        assertThatIllegalStateException().isThrownBy(this::tryReturn).withMessageContaining("no XID");

        assertSold();
    }

    @Test
    void theAuditorSeesAndSettlesTheRefundsTransactionApartFromTheSales() {
        String xid = testbed.begin();
        giveBack(xid);

        assertThat(view(xid).action()).isEqualTo("refund-stock");
        assertThat(view(xid).hold()).isEqualTo(HoldState.HELD);
        assertThat(view(sale).hold()).isEqualTo(HoldState.CONFIRMED);
        assertThat(branches().heldLongerThan(0, 200)).contains(xid).doesNotContain(sale);

        BranchView after = branches().settle(new SettleBranchCommand(xid, Settlement.CONFIRM, FenceState.TRIED, false));

        assertThat(after.hold()).isEqualTo(HoldState.CONFIRMED);
        assertThat(view(sale).hold()).isEqualTo(HoldState.CONFIRMED);
        assertStock(tee, 10, 0, 0);
        testbed.commit(xid);
        assertStock(tee, 10, 0, 0);
    }

    private void giveBack(String xid) {
        testbed.runTry(xid, this::tryReturn);
    }

    private void tryReturn() {
        participant().tryReturn("order", sale);
    }

    private static ReturnTccParticipant participant() {
        return testbed.bean(ReturnTccParticipant.class);
    }

    private static AuditedBranches branches() {
        return testbed.bean(AuditedBranches.class);
    }

    private static BranchView view(String xid) {
        return branches().branches(List.of(xid)).get(0);
    }

    private void assertSold() {
        assertStock(tee, 7, 0, 3);
        assertStock(lamp, 0, 0, 1);
    }

    private static SkuStock stock(String skuId) {
        return testbed.bean(SkuStocks.class).levels(List.of(skuId)).get(skuId);
    }

    private static void assertStock(String skuId, long available, long frozen, long sold) {
        assertThat(stock(skuId)).isEqualTo(new SkuStock(skuId, available, frozen, sold));
    }

    private static List<State> fence(String xid) {
        return testbed.fenceRows(xid).stream().map(FenceRow::state).toList();
    }

    private static Branch onlyBranch(String xid) {
        List<Branch> branches = testbed.branches(xid);
        assertThat(branches).hasSize(1);
        return branches.get(0);
    }
}
