package io.microecommerce.product.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.order.NotifyStaffCommand;
import io.microecommerce.api.product.MoveStockCommand;
import io.microecommerce.api.product.MoveStockCommand.Kind;
import io.microecommerce.api.product.ReserveStockCommand.Line;
import io.microecommerce.product.ProductTestbed;
import io.microecommerce.product.StockedSku;
import io.microecommerce.product.ToldStaff;
import io.microecommerce.product.stock.tcc.StockTccParticipant;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Staff are told over Dubbo, as svc-order would be called. */
class LowStockWatchTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = ProductTestbed.create();

    private final ToldStaff told = ProductTestbed.told();
    private StockedSku lamp;

    @BeforeEach
    void haveEnoughOfALamp() {
        lamp = StockedSku.in(testbed, "Paper Globe Lamp");
        move(6);
    }

    @Test
    void tellsOnceWhenFewAreLeft() {
        look();
        assertThat(told.about(lamp.id())).isEmpty();

        move(-1);
        look();
        look();
        move(-1);
        look();

        assertThat(told.about(lamp.id()))
                .containsExactly(new NotifyStaffCommand(
                        "LOW_STOCK",
                        lamp.id(),
                        lamp.id() + "-1",
                        "SKU " + lamp.id() + " (Paper Globe Lamp) is running low: available pieces 5, threshold 5."));
    }

    @Test
    void tellsAgainWhenFewAreLeftAgain() {
        move(-1);
        look();
        move(1);
        look();
        move(-1);
        look();

        assertThat(told.about(lamp.id()))
                .extracting(NotifyStaffCommand::cause)
                .containsExactly(lamp.id() + "-1", lamp.id() + "-2");
    }

    @Test
    void whatAPaymentHoldsIsNotLeft() {
        String xid = testbed.begin();
        testbed.runTry(xid, () -> testbed.bean(StockTccParticipant.class)
                .tryReserve("order", List.of(new Line(lamp.id(), 2))));
        look();

        assertThat(told.about(lamp.id())).hasSize(1);
        testbed.rollback(xid);
    }

    @Test
    void aThresholdOfItsOwnCounts() {
        watch().setThreshold(lamp.id(), 6L);
        look();
        assertThat(told.about(lamp.id())).hasSize(1);

        watch().setThreshold(lamp.id(), 2L);
        look();
        move(-2);
        look();
        assertThat(told.about(lamp.id())).hasSize(1);

        watch().setThreshold(lamp.id(), null);
        look();
        assertThat(told.about(lamp.id()))
                .extracting(NotifyStaffCommand::cause)
                .last()
                .isEqualTo(lamp.id() + "-2");
    }

    @Test
    void tellsLaterWhatNobodyTookAndLetsTheStockAlone() {
        move(-1);

        told.whileNothingIsTaken(() -> {
            look();
            look();
            move(-1);
        });
        assertThat(told.about(lamp.id())).isEmpty();

        look();
        assertThat(told.about(lamp.id())).singleElement().satisfies(command -> {
            assertThat(command.cause()).isEqualTo(lamp.id() + "-1");
            assertThat(command.text()).contains("available pieces 4");
        });
    }

    @Test
    void doesNotTellOfWhatIsOverBeforeAnybodyHeard() {
        move(-1);
        told.whileNothingIsTaken(LowStockWatchTest::look);
        move(1);
        look();

        assertThat(told.about(lamp.id())).isEmpty();
    }

    @Test
    void manyWatchersTellTheSameCause() {
        move(-1);

        List<Optional<Throwable>> failures = testbed.together(IntStream.range(0, 6)
                .<Runnable>mapToObj(i -> LowStockWatchTest::look)
                .toList());
        look();

        assertThat(failures).containsOnly(Optional.empty());
        assertThat(told.about(lamp.id()).stream().map(NotifyStaffCommand::cause).collect(Collectors.toSet()))
                .containsExactly(lamp.id() + "-1");
        assertThat(episode()).isEqualTo(1);
    }

    @Test
    void doesNotTellOfWhatIsNotForSaleUntilItIs() {
        lamp.retire(true);
        move(-1);
        look();
        assertThat(told.about(lamp.id())).isEmpty();

        lamp.retire(false);
        look();
        assertThat(told.about(lamp.id()))
                .as("it is looked at again after ten minutes")
                .isEmpty();

        testbed.jdbc()
                .sql("UPDATE low_stock_watch SET not_before = now() WHERE sku_id = :skuId")
                .param("skuId", lamp.id())
                .update();
        look();
        assertThat(told.about(lamp.id())).hasSize(1);
    }

    @Test
    void doesNotWaitForTheRowThatPaymentsFightOver() {
        move(-1);
        TransactionTemplate payment = new TransactionTemplate(testbed.bean(PlatformTransactionManager.class));

        payment.executeWithoutResult(status -> {
            testbed.jdbc()
                    .sql("SELECT 1 FROM sku_stock WHERE sku_id = :skuId FOR UPDATE")
                    .param("skuId", lamp.id())
                    .query()
                    .listOfRows();
            assertThat(testbed.together(List.of(LowStockWatchTest::look))).containsOnly(Optional.empty());
        });

        assertThat(told.about(lamp.id())).hasSize(1);
    }

    /** Until nothing is due: other tests leave few pieces behind, too. */
    private static void look() {
        LowStocks lowStocks = testbed.bean(LowStocks.class);
        long threshold = testbed.bean(LowStockThreshold.class).pieces();
        List<LowStock> due;
        do {
            due = lowStocks.untold(threshold, 1);
            watch().lookAndTell();
        } while (!due.isEmpty() && !due.equals(lowStocks.untold(threshold, 1)));
    }

    private static LowStockWatch watch() {
        return testbed.bean(LowStockWatch.class);
    }

    private long episode() {
        return testbed.jdbc()
                .sql("SELECT episode FROM low_stock_watch WHERE sku_id = :skuId")
                .param("skuId", lamp.id())
                .query(Long.class)
                .single();
    }

    private void move(long quantity) {
        testbed.bean(StockKeeping.class)
                .move(new MoveStockCommand(
                        lamp.id(),
                        Kind.CORRECTION,
                        quantity,
                        "test",
                        "staff",
                        UUID.randomUUID().toString()));
    }
}
