package io.microecommerce.product.stock.tcc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.ReserveStockCommand.Line;
import io.microecommerce.product.ProductTestbed;
import io.microecommerce.product.stock.SkuStock;
import io.microecommerce.product.stock.SkuStocks;
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
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The participant against the real PostgreSQL and the real TC. */
class StockTccParticipantTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = ProductTestbed.create();

    private final String tee = "tee-" + UUID.randomUUID();
    private final String lamp = "lamp-" + UUID.randomUUID();

    @BeforeEach
    void receiveStock() {
        ProductTestbed.receive(testbed.jdbc(), tee, 10);
        ProductTestbed.receive(testbed.jdbc(), lamp, 1);
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
    void tryFreezesAndCommitSells() {
        String xid = testbed.begin();

        testbed.runTry(xid, () -> participant().tryReserve("order", lines(tee, 3, lamp, 1)));

        assertStock(tee, 7, 3, 0);
        assertStock(lamp, 0, 1, 0);
        assertThat(fence(xid)).containsExactly(State.TRIED);

        testbed.commit(xid);

        assertStock(tee, 7, 0, 3);
        assertStock(lamp, 0, 0, 1);
        assertThat(fence(xid)).containsExactly(State.COMMITTED);
    }

    @Test
    void cancelGivesEverythingBack() {
        String xid = testbed.begin();
        testbed.runTry(xid, () -> participant().tryReserve("order", lines(tee, 3, lamp, 1)));

        testbed.rollback(xid);

        assertStock(tee, 10, 0, 0);
        assertStock(lamp, 1, 0, 0);
        assertThat(fence(xid)).containsExactly(State.ROLLED_BACK);
    }

    @Test
    void addsUpTheSameSkuInTwoLines() {
        String xid = testbed.begin();

        testbed.runTry(xid, () -> participant().tryReserve("order", lines(tee, 3, tee, 4)));

        assertStock(tee, 3, 7, 0);
        testbed.commit(xid);
        assertStock(tee, 3, 0, 7);
    }

    @Test
    void refusesShortStockAndLeavesNothingFrozen() {
        String xid = testbed.begin();

        assertThatThrownBy(() -> testbed.runTry(xid, () -> participant().tryReserve("order", lines(lamp, 2, tee, 3))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.INSUFFICIENT_STOCK);
                    assertThat(refusal.detail()).contains(lamp);
                });

        assertStock(tee, 10, 0, 0);
        assertStock(lamp, 1, 0, 0);
        assertThat(fence(xid)).isEmpty();

        testbed.rollback(xid);

        assertStock(tee, 10, 0, 0);
        assertStock(lamp, 1, 0, 0);
        assertThat(fence(xid)).containsExactly(State.SUSPENDED);
    }

    @Test
    void anOrderIsNotRefusedForGoodBecauseItsOwnEarlierAttemptStillHoldsTheLastPiece() {
        String earlier = testbed.begin();
        testbed.runTry(earlier, () -> participant().tryReserve("order", lines(lamp, 1, tee, 1)));
        String later = testbed.begin();

        assertThatThrownBy(() -> testbed.runTry(later, () -> participant().tryReserve("order", lines(lamp, 1, tee, 1))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code().retryable()).isTrue());

        testbed.rollback(later);
        testbed.rollback(earlier);
        assertStock(lamp, 1, 0, 0);
    }

    @Test
    void refusesTheSumOfLinesThatOneByOneWouldDo() {
        String xid = testbed.begin();

        assertThatThrownBy(() -> testbed.runTry(xid, () -> participant().tryReserve("order", lines(tee, 6, tee, 5))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INSUFFICIENT_STOCK));

        testbed.rollback(xid);
        assertStock(tee, 10, 0, 0);
    }

    @Test
    void refusesASkuOfWhichNothingWasEverReceivedAsShort() {
        String xid = testbed.begin();

        assertThatThrownBy(
                        () -> testbed.runTry(xid, () -> participant().tryReserve("order", lines(tee, 1, "zebra", 1))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.INSUFFICIENT_STOCK);
                    assertThat(refusal.detail()).contains("zebra");
                });

        testbed.rollback(xid);
        assertStock(tee, 10, 0, 0);
    }

    @Test
    void emptyCancelChangesNothingAndALateTryLoses() {
        String xid = testbed.begin();
        DelayedTry late = testbed.delayTry(xid, () -> participant().tryReserve("order", lines(tee, 3, lamp, 1)));

        testbed.rollback(xid);

        assertStock(tee, 10, 0, 0);
        assertThat(fence(xid)).containsExactly(State.SUSPENDED);

        assertThat(late.goOn()).isPresent();

        assertStock(tee, 10, 0, 0);
        assertStock(lamp, 1, 0, 0);
        assertThat(fence(xid)).containsExactly(State.SUSPENDED);
    }

    @Test
    void lateCancelLeavesALaterPaymentsReservationAlone() {
        String first = testbed.begin();
        testbed.runTry(first, () -> participant().tryReserve("order", lines(tee, 3, tee, 1)));
        String second = testbed.begin();
        testbed.runTry(second, () -> participant().tryReserve("order", lines(tee, 2, lamp, 1)));
        assertStock(tee, 4, 6, 0);

        testbed.rollback(first);
        assertStock(tee, 8, 2, 0);
        assertThat(testbed.deliverCancel(onlyBranch(first))).isEqualTo(BranchStatus.PhaseTwo_Rollbacked);

        assertStock(tee, 8, 2, 0);
        assertStock(lamp, 0, 1, 0);
        testbed.commit(second);
        assertStock(tee, 8, 0, 2);
        assertStock(lamp, 0, 0, 1);
    }

    /** What the TC keeps of a branch whose Try an earlier version ran: the action's name, and the context as text. */
    @Test
    void confirmsWhatThePreviousVersionHeld() {
        String xid = testbed.begin();
        testbed.runTry(xid, () -> participant().tryReserve("order", lines(tee, 3, lamp, 1)));
        Branch held = new Branch(
                xid,
                testbed.branches(xid).get(0).id(),
                "stock-reserve",
                """
                {"actionContext":{"action-start-time":1767270896789,"useTCCFence":true,"sys::prepare":"tryReserve",\
                "sys::rollback":"cancel","sys::commit":"confirm","host-name":"10.0.0.7","actionName":"stock-reserve",\
                "orderId":"%s"}}"""
                        .formatted("order"));

        assertThat(testbed.deliverConfirm(held)).isEqualTo(BranchStatus.PhaseTwo_Committed);

        assertStock(tee, 7, 0, 3);
        testbed.commit(xid);
    }

    @Test
    void repeatedConfirmChangesNothing() {
        String xid = testbed.begin();
        testbed.runTry(xid, () -> participant().tryReserve("order", lines(tee, 3, lamp, 1)));
        testbed.commit(xid);

        assertThat(testbed.deliverConfirm(onlyBranch(xid))).isEqualTo(BranchStatus.PhaseTwo_Committed);

        assertStock(tee, 7, 0, 3);
        assertStock(lamp, 0, 0, 1);
    }

    @Test
    void repeatedCancelChangesNothing() {
        String xid = testbed.begin();
        testbed.runTry(xid, () -> participant().tryReserve("order", lines(tee, 3, lamp, 1)));
        testbed.rollback(xid);

        assertThat(testbed.deliverCancel(onlyBranch(xid))).isEqualTo(BranchStatus.PhaseTwo_Rollbacked);

        assertStock(tee, 10, 0, 0);
        assertStock(lamp, 1, 0, 0);
    }

    @Test
    void cancelAfterConfirmAndConfirmAfterCancelAreNotAccepted() {
        String sold = testbed.begin();
        testbed.runTry(sold, () -> participant().tryReserve("order", lines(tee, 3, tee, 1)));
        testbed.commit(sold);
        String released = testbed.begin();
        testbed.runTry(released, () -> participant().tryReserve("order", lines(tee, 2, tee, 1)));
        testbed.rollback(released);

        assertThat(testbed.deliverCancel(onlyBranch(sold))).isEqualTo(BranchStatus.PhaseTwo_RollbackFailed_Retryable);
        assertThat(testbed.deliverConfirm(onlyBranch(released)))
                .isEqualTo(BranchStatus.PhaseTwo_CommitFailed_Retryable);

        assertStock(tee, 6, 0, 4);
    }

    @Test
    void refusesToRunWithoutAnXid() {
        assertThatThrownBy(() -> participant().tryReserve("order", lines(tee, 3, lamp, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no XID");

        assertStock(tee, 10, 0, 0);
    }

    @Test
    void refusesToRunInsideAnotherTransaction() {
        String xid = testbed.begin();
        TransactionTemplate other = new TransactionTemplate(testbed.bean(PlatformTransactionManager.class));

        assertThatThrownBy(() -> other.executeWithoutResult(
                        status -> testbed.runTry(xid, () -> participant().tryReserve("order", lines(tee, 3, lamp, 1)))))
                .isInstanceOf(IllegalTransactionStateException.class);

        assertStock(tee, 10, 0, 0);
        testbed.rollback(xid);
        assertStock(tee, 10, 0, 0);
        assertThat(fence(xid)).containsExactly(State.SUSPENDED);
    }

    @Test
    void onlyOneOfTwoTriesGetsTheLastPiece() {
        String first = testbed.begin();
        String second = testbed.begin();

        List<Optional<Throwable>> failures = testbed.together(List.of(
                () -> testbed.runTry(first, () -> participant().tryReserve("first", lines(lamp, 1, tee, 1))),
                () -> testbed.runTry(second, () -> participant().tryReserve("second", lines(tee, 1, lamp, 1)))));

        assertThat(failures).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(failures)
                .filteredOn(Optional::isPresent)
                .singleElement()
                .extracting(Optional::orElseThrow)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INSUFFICIENT_STOCK));
        boolean firstWon = failures.get(0).isEmpty();
        testbed.commit(firstWon ? first : second);
        testbed.rollback(firstWon ? second : first);
        assertStock(lamp, 0, 0, 1);
        assertStock(tee, 9, 0, 1);
    }

    private static StockTccParticipant participant() {
        return testbed.bean(StockTccParticipant.class);
    }

    private static List<Line> lines(String skuId, int quantity, String otherSkuId, int otherQuantity) {
        return List.of(new Line(skuId, quantity), new Line(otherSkuId, otherQuantity));
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
