package io.microecommerce.product.stock.tcc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.ReserveStockCommand.Line;
import io.microecommerce.product.ProductTestbed;
import io.microecommerce.service.tcc.Branch;
import io.microecommerce.service.tcc.ParticipantTestbed;
import io.microecommerce.service.tcc.ParticipantTestbed.DelayedTry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the fence counts, against the real PostgreSQL and the real TC. */
class FenceMetersTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = ProductTestbed.create();

    private final String tee = "tee-" + UUID.randomUUID();

    @BeforeEach
    void receiveStock() {
        ProductTestbed.receive(testbed.jdbc(), tee, 10);
    }

    @Test
    void timesEachPhaseByItsOutcome() {
        long tried = phases("try", "done");
        long refused = phases("try", "refused");
        long confirmed = phases("confirm", "done");
        long cancelled = phases("cancel", "done");

        testbed.commit(reserve(3));
        testbed.rollback(reserve(2));
        assertThatThrownBy(() -> reserve(8)).isInstanceOf(Refusal.class);

        assertThat(phases("try", "done")).isEqualTo(tried + 2);
        assertThat(phases("try", "refused")).isEqualTo(refused + 1);
        assertThat(phases("confirm", "done")).isEqualTo(confirmed + 1);
        assertThat(phases("cancel", "done")).isEqualTo(cancelled + 1);
    }

    @Test
    void whatWasKeptFromHappeningTwiceIsAHit() {
        double confirms = hits("repeated_confirm");
        double cancels = hits("repeated_cancel");
        String sold = reserve(1);
        testbed.commit(sold);
        String released = reserve(1);
        testbed.rollback(released);
        assertThat(hits("repeated_confirm")).isEqualTo(confirms);
        assertThat(hits("repeated_cancel")).isEqualTo(cancels);

        testbed.deliverConfirm(onlyBranch(sold));
        testbed.deliverCancel(onlyBranch(released));

        assertThat(hits("repeated_confirm")).isEqualTo(confirms + 1);
        assertThat(hits("repeated_cancel")).isEqualTo(cancels + 1);
    }

    @Test
    void aCancelBeforeItsTryIsAHitAndSoIsTheTryThatComesLate() {
        double empty = hits("empty_cancel");
        double late = hits("late_try");
        String xid = testbed.begin();
        DelayedTry delayed = testbed.delayTry(xid, () -> tryReserve(1));

        testbed.rollback(xid);
        assertThat(hits("empty_cancel")).isEqualTo(empty + 1);
        assertThat(hits("late_try")).isEqualTo(late);
        assertThat(delayed.goOn()).isPresent();

        assertThat(hits("late_try")).isEqualTo(late + 1);
    }

    @Test
    void aConfirmThatFailsIsNoHit() {
        double confirms = hits("repeated_confirm");
        long failed = phases("confirm", "failed");
        String xid = reserve(3);
        rename(xid, xid + "-x");

        testbed.deliverConfirm(onlyBranch(xid));

        assertThat(phases("confirm", "failed")).isEqualTo(failed + 1);
        assertThat(hits("repeated_confirm")).isEqualTo(confirms);
        rename(xid + "-x", xid);
        testbed.rollback(xid);
    }

    private static void rename(String xid, String to) {
        testbed.jdbc()
                .sql("UPDATE stock_reservation SET xid = :to WHERE xid = :xid")
                .param("to", to)
                .param("xid", xid)
                .update();
    }

    private String reserve(int pieces) {
        String xid = testbed.begin();
        testbed.runTry(xid, () -> tryReserve(pieces));
        return xid;
    }

    private void tryReserve(int pieces) {
        testbed.bean(StockTccParticipant.class).tryReserve("order", List.of(new Line(tee, pieces)));
    }

    private static Branch onlyBranch(String xid) {
        List<Branch> branches = testbed.branches(xid);
        assertThat(branches).hasSize(1);
        return branches.get(0);
    }

    private static long phases(String phase, String outcome) {
        return meters()
                .find("shop.tcc.phase")
                .tags("action", StockTccParticipant.ACTION, "phase", phase, "outcome", outcome)
                .timers()
                .stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private static double hits(String hit) {
        return meters()
                .find("shop.tcc.fence.hits")
                .tags("action", StockTccParticipant.ACTION, "hit", hit)
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static MeterRegistry meters() {
        return testbed.bean(MeterRegistry.class);
    }
}
