package io.microecommerce.product.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.MoveStockCommand;
import io.microecommerce.api.product.MoveStockCommand.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Which quantities and cursors are taken, and what becomes of those that are not. */
class MoveStockPropertiesTest {

    private static final long MAX = MoveStockCommand.MAX_PIECES;

    @Property
    void aReceiptBringsSomethingAndNotTooMuch(@ForAll("quantities") long quantity) {
        assertThat(accepted(Kind.RECEIPT, quantity)).isEqualTo(quantity >= 1 && quantity <= MAX);
    }

    @Property
    void aCorrectionChangesSomethingAndNotTooMuch(@ForAll("quantities") long quantity) {
        assertThat(accepted(Kind.CORRECTION, quantity)).isEqualTo(quantity != 0 && quantity >= -MAX && quantity <= MAX);
    }

    @Example
    void theEdges() {
        assertThat(List.of(0L, -1L, MAX + 1, Long.MAX_VALUE, Long.MIN_VALUE))
                .allSatisfy(
                        quantity -> assertThat(accepted(Kind.RECEIPT, quantity)).isFalse());
        assertThat(List.of(0L, MAX + 1, -MAX - 1, Long.MAX_VALUE, Long.MIN_VALUE))
                .allSatisfy(quantity ->
                        assertThat(accepted(Kind.CORRECTION, quantity)).isFalse());
        assertThat(accepted(Kind.RECEIPT, 1) && accepted(Kind.RECEIPT, MAX)).isTrue();
        assertThat(accepted(Kind.CORRECTION, -MAX) && accepted(Kind.CORRECTION, -1))
                .isTrue();
    }

    @Property
    void everyIdIsACursorAndNothingElseIs(@ForAll("cursors") String cursor) {
        AtomicLong before = new AtomicLong();
        StockKeeping keeping = new StockKeeping(new NoMovements(before), skuIds -> Map.of());

        Optional<Refusal> refusal = refusal(() -> keeping.movements("sku", cursor, 1));

        if (cursor.matches("[1-9][0-9]{0,17}")) {
            assertThat(refusal).isEmpty();
            assertThat(before).hasValue(Long.parseLong(cursor));
        } else if (!cursor.matches("[1-9][0-9]{18}")) {
            assertThat(refusal).get().extracting(Refusal::code).isEqualTo(ErrorCode.INVALID_FIELD);
            assertThat(refusal.orElseThrow().detail()).startsWith("cursor ");
        }
    }

    @Property
    void onlyThePageSizesOfTheApiAreTaken(@ForAll int size) {
        StockKeeping keeping = new StockKeeping(new NoMovements(new AtomicLong()), skuIds -> Map.of());

        assertThat(refusal(() -> keeping.movements("sku", null, size)).isEmpty())
                .isEqualTo(size >= 1 && size <= 100);
    }

    @Provide
    Arbitrary<Long> quantities() {
        return Arbitraries.oneOf(Arbitraries.longs(), Arbitraries.longs().between(-MAX - 2, MAX + 2));
    }

    @Provide
    Arbitrary<String> cursors() {
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.longs().map(String::valueOf),
                Arbitraries.longs().map(id -> "+" + id),
                Arbitraries.longs().greaterOrEqual(0).map(id -> "0" + id),
                Arbitraries.strings().numeric(),
                Arbitraries.of("", "-1", "0", "٣", "9223372036854775808", "1.0", " 1"));
    }

    private static boolean accepted(Kind kind, long quantity) {
        Optional<Refusal> refusal = refusal(() -> new MoveStockCommand("sku", kind, quantity, "why", "staff", "key"));
        refusal.ifPresent(refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_FIELD);
            assertThat(refused.detail()).startsWith("quantity ");
        });
        return refusal.isEmpty();
    }

    private static Optional<Refusal> refusal(Runnable call) {
        try {
            call.run();
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }

    /** A history of nothing that remembers from where it was read. */
    private record NoMovements(AtomicLong before) implements StockMovements {

        @Override
        public List<StockMovement> newest(String skuId, long beforeId, int limit) {
            before.set(beforeId);
            return List.of();
        }

        @Override
        public void open(String skuId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean add(MoveStockCommand command) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long keptBy(String orderId, String skuId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StockMovement byKey(String idempotencyKey) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean apply(String skuId, long quantity, long maxAvailable) {
            throw new UnsupportedOperationException();
        }
    }
}
