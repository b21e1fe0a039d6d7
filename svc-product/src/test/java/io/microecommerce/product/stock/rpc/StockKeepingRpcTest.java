package io.microecommerce.product.stock.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.LowStockView;
import io.microecommerce.api.product.MoveStockCommand;
import io.microecommerce.api.product.MoveStockCommand.Kind;
import io.microecommerce.api.product.SkuView.StockView;
import io.microecommerce.api.product.StockMovementPage;
import io.microecommerce.api.product.StockMovementPage.Movement;
import io.microecommerce.product.ProductTestbed;
import io.microecommerce.product.StockedSku;
import io.microecommerce.product.stock.SkuStock;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stock as staff keep it. */
class StockKeepingRpcTest {

    private static final int REPEATS = 100;
    private static final int CONCURRENT = 20;

    @RegisterExtension
    static final ParticipantTestbed testbed = ProductTestbed.create();

    private StockedSku tee;

    @BeforeEach
    void makeASku() {
        tee = StockedSku.in(testbed, "T-shirt");
    }

    @AfterEach
    void everyPieceIsAccountedFor() {
        tee.assertEveryPieceIsAccountedFor();
    }

    @Test
    void receiptsAddUpAndCorrectionsTakeOff() {
        assertThat(keeping().move(receipt(10, key()))).isEqualTo(new StockView(10, 0, 0));
        assertThat(keeping().move(receipt(5, key()))).isEqualTo(new StockView(15, 0, 0));
        assertThat(keeping().move(correction(-15, key()))).isEqualTo(new StockView(0, 0, 0));
        assertThat(keeping().move(correction(2, key()))).isEqualTo(new StockView(2, 0, 0));
        assertThat(tee.stock()).isEqualTo(new SkuStock(tee.id(), 2, 0, 0));
    }

    @Test
    void refusesACorrectionBelowNothingAndTellsHowManyThereAre() {
        keeping().move(receipt(3, key()));
        String key = key();

        assertRefused(
                ErrorCode.INSUFFICIENT_STOCK, "the 3 pieces", () -> keeping().move(correction(-4, key)));

        assertThat(tee.stock().available()).isEqualTo(3);
        assertThat(keeping().movements(tee.id(), null, 10).items()).hasSize(1);
        keeping().move(receipt(1, key()));
        assertThat(keeping().move(correction(-4, key)))
                .as("a refused key was not used")
                .isEqualTo(new StockView(0, 0, 0));
    }

    @Test
    void refusesACorrectionOfWhatWasNeverReceived() {
        assertRefused(
                ErrorCode.INSUFFICIENT_STOCK, "the 0 pieces", () -> keeping().move(correction(-1, key())));

        assertThat(tee.stock()).isEqualTo(SkuStock.none(tee.id()));
        assertThat(keeping().movements(tee.id(), null, 10).items()).isEmpty();
    }

    @Test
    void takesBackWhatAnOrderHadBoughtAndNoMore() {
        keeping().move(receipt(10, key()));
        sold("order-a", 3);
        String key = key();

        assertThat(keeping().move(comesBack("order-a", 2, key)).available()).isEqualTo(9);
        assertThat(keeping().move(comesBack("order-a", 2, key)).available())
                .as("the same key")
                .isEqualTo(9);
        assertRefused(ErrorCode.MORE_THAN_BOUGHT, "2 pieces", () -> keeping().move(comesBack("order-a", 2, key())));
        assertRefused(ErrorCode.MORE_THAN_BOUGHT, "1 pieces", () -> keeping().move(comesBack("order-b", 1, key())));

        assertThat(keeping().move(comesBack("order-a", 1, key())).available()).isEqualTo(10);
        assertThat(keeping().movements(tee.id(), null, 1).items())
                .singleElement()
                .satisfies(movement -> {
                    assertThat(movement.kind()).isEqualTo(Kind.RETURN);
                    assertThat(movement.orderId()).isEqualTo("order-a" + tee.id());
                });
    }

    @Test
    void ofTwoReturnsAtOnceThatAreTooManyTogetherOneIsTaken() {
        keeping().move(receipt(10, key()));
        sold("order-c", 3);

        List<Optional<Throwable>> ends =
                testbed.together(List.of(() -> keeping().move(comesBack("order-c", 2, key())), () -> keeping()
                        .move(comesBack("order-c", 2, key()))));

        assertThat(ends).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(tee.stock().available()).isEqualTo(9);
    }

    /** As a payment leaves it. */
    private void sold(String orderId, int pieces) {
        testbed.jdbc()
                .sql(
                        """
                        WITH taken AS (UPDATE sku_stock SET available = available - :pieces WHERE sku_id = :sku)
                        INSERT INTO stock_reservation (xid, sku_id, order_id, quantity, state)
                        VALUES (:xid, :sku, :order, :pieces, 'SOLD')""")
                .param("xid", key())
                .param("sku", tee.id())
                .param("order", orderId + tee.id())
                .param("pieces", pieces)
                .update();
    }

    private MoveStockCommand comesBack(String orderId, long quantity, String key) {
        return new MoveStockCommand(tee.id(), Kind.RETURN, quantity, "torn", "staff", key, orderId + tee.id());
    }

    @Test
    void boundsWhatIsThere() {
        ProductTestbed.receive(testbed.jdbc(), tee.id(), 1_000_000_000_000L - 10);

        assertRefused(
                ErrorCode.INVALID_FIELD, "above 1000000000000", () -> keeping().move(receipt(11, key())));

        assertThat(keeping().move(receipt(10, key())).available()).isEqualTo(1_000_000_000_000L);
    }

    @Test
    void staysExactBesideTheLargestNumberThereIs() {
        ProductTestbed.receive(testbed.jdbc(), tee.id(), Long.MAX_VALUE);

        assertRefused(
                ErrorCode.INVALID_FIELD, "quantity", () -> keeping().move(receipt(MoveStockCommand.MAX_PIECES, key())));

        assertThat(keeping().move(correction(-1, key())).available()).isEqualTo(Long.MAX_VALUE - 1);
    }

    @Test
    void manyConcurrentRepeatsMoveTheStockOnce() {
        MoveStockCommand command = receipt(7, key());
        List<StockView> answers = Collections.synchronizedList(new ArrayList<>());

        List<Optional<Throwable>> failures = testbed.together(IntStream.range(0, REPEATS)
                .<Runnable>mapToObj(i -> () -> answers.add(keeping().move(command)))
                .toList());

        assertThat(failures).containsOnly(Optional.empty());
        assertThat(answers).hasSize(REPEATS).containsOnly(new StockView(7, 0, 0));
        assertThat(keeping().movements(tee.id(), null, 10).items()).hasSize(1);
    }

    @Test
    void refusesAKeyThatCameWithAnotherMovement() {
        String key = key();
        keeping().move(receipt(7, key));
        StockedSku other = StockedSku.in(testbed, "Other");

        for (MoveStockCommand reused : List.of(
                receipt(8, key),
                correction(7, key),
                new MoveStockCommand(tee.id(), Kind.RECEIPT, 7, "another reason", "staff", key),
                new MoveStockCommand(tee.id(), Kind.RECEIPT, 7, "delivery", "somebody", key),
                new MoveStockCommand(other.id(), Kind.RECEIPT, 7, "delivery", "staff", key))) {
            assertRefused(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED, "new one", () -> keeping().move(reused));
        }
        assertThat(tee.stock().available()).isEqualTo(7);
        assertThat(other.stock().available()).isZero();
        assertThat(keeping().movements(other.id(), null, 10).items()).isEmpty();
    }

    @Test
    void concurrentCorrectionsNeverTakeMoreThanThereIs() {
        keeping().move(receipt(CONCURRENT / 2, key()));

        List<Optional<Throwable>> failures = testbed.together(IntStream.range(0, CONCURRENT)
                .<Runnable>mapToObj(i -> () -> keeping().move(correction(-1, key())))
                .toList());

        assertThat(failures).filteredOn(Optional::isEmpty).hasSize(CONCURRENT / 2);
        assertThat(tee.stock().available()).isZero();
    }

    @Test
    void firstReceiptsAtTheSameTimeAllCount() {
        List<Optional<Throwable>> failures = testbed.together(IntStream.range(0, CONCURRENT)
                .<Runnable>mapToObj(i -> () -> keeping().move(receipt(1, key())))
                .toList());

        assertThat(failures).containsOnly(Optional.empty());
        assertThat(tee.stock().available()).isEqualTo(CONCURRENT);
    }

    @Test
    void tellsTheHistoryPageByPage() {
        ProductTestbed.receive(testbed.jdbc(), tee.id(), 100);
        IntStream.rangeClosed(1, 4).forEach(quantity -> keeping().move(receipt(quantity, key())));
        keeping().move(correction(-5, key()));

        StockMovementPage first = keeping().movements(tee.id(), null, 2);
        StockMovementPage second = keeping().movements(tee.id(), first.next(), 2);
        keeping().move(receipt(9, key()));
        StockMovementPage third = keeping().movements(tee.id(), second.next(), 2);

        assertThat(first.items())
                .extracting(Movement::kind, Movement::quantity, Movement::reason, Movement::staffId)
                .containsExactly(
                        tuple(Kind.CORRECTION, -5L, "count", "staff"), tuple(Kind.RECEIPT, 4L, "delivery", "staff"));
        assertThat(second.items()).extracting(Movement::quantity).containsExactly(3L, 2L);
        assertThat(third.items())
                .extracting(Movement::quantity, Movement::staffId)
                .containsExactly(tuple(1L, "staff"), tuple(100L, null));
        assertThat(third.next()).isNull();
        assertThat(first.items().get(0).createdAt())
                .isBetween(
                        Instant.now().minus(Duration.ofMinutes(1)),
                        Instant.now().plus(Duration.ofMinutes(1)));
        assertThat(keeping().movements(tee.id(), null, 100).items()).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0", "-1", "+1", "01", "9223372036854775808", "' OR 1=1"})
    void refusesACursorThatIsNone(String cursor) {
        assertRefused(ErrorCode.INVALID_FIELD, "cursor", () -> keeping().movements(tee.id(), cursor, 10));
    }

    @Test
    void saysWhatDoesNotExist() {
        MoveStockCommand gone = new MoveStockCommand("gone", Kind.RECEIPT, 1, "delivery", "staff", key());

        assertRefused(ErrorCode.SKU_NOT_FOUND, "gone", () -> keeping().move(gone));
        assertRefused(ErrorCode.SKU_NOT_FOUND, "gone", () -> keeping().movements("gone", null, 10));
        assertRefused(ErrorCode.SKU_NOT_FOUND, "gone", () -> keeping().setLowStockThreshold("gone", 1L));
        assertRefused(ErrorCode.INVALID_FIELD, "sku_id", () -> keeping().movements("no/id", null, 10));
        assertRefused(ErrorCode.INVALID_FIELD, "size", () -> keeping().movements(tee.id(), null, 101));
        assertThat(testbed.jdbc()
                        .sql("SELECT count(*) FROM sku_stock WHERE sku_id = 'gone'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void listsWhatIsLowAndForSaleTheFewestFirst() {
        StockedSku last = StockedSku.in(testbed, "The last one");
        StockedSku retired = StockedSku.in(testbed, "Retired");
        ProductTestbed.receive(testbed.jdbc(), last.id(), 1);
        ProductTestbed.receive(testbed.jdbc(), retired.id(), 1);
        retired.retire(true);
        keeping().move(receipt(6, key()));
        assertThat(low()).extracting(LowStockView::skuId).contains(last.id()).doesNotContain(tee.id(), retired.id());

        keeping().setLowStockThreshold(tee.id(), 6L);
        assertThat(low()).containsSubsequence(new LowStockView(last.id(), 1, 5), new LowStockView(tee.id(), 6, 6));

        keeping().setLowStockThreshold(tee.id(), null);
        assertThat(low()).extracting(LowStockView::skuId).doesNotContain(tee.id());
        keeping().move(correction(-1, key()));
        assertThat(low()).contains(new LowStockView(tee.id(), 5, 5));
    }

    @Test
    void refusesAThresholdOutOfRange() {
        for (long threshold : new long[] {-1, MoveStockCommand.MAX_PIECES + 1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertRefused(
                    ErrorCode.INVALID_FIELD, "threshold", () -> keeping().setLowStockThreshold(tee.id(), threshold));
        }
        keeping().setLowStockThreshold(tee.id(), 0L);
        keeping().setLowStockThreshold(tee.id(), MoveStockCommand.MAX_PIECES);
    }

    private static List<LowStockView> low() {
        return keeping().lowStock();
    }

    private static StockKeepingRpc keeping() {
        return testbed.bean(StockKeepingRpc.class);
    }

    private MoveStockCommand receipt(long quantity, String key) {
        return new MoveStockCommand(tee.id(), Kind.RECEIPT, quantity, "delivery", "staff", key);
    }

    private MoveStockCommand correction(long quantity, String key) {
        return new MoveStockCommand(tee.id(), Kind.CORRECTION, quantity, "count", "staff", key);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static void assertRefused(ErrorCode code, String detail, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.detail()).contains(detail);
        });
    }
}
