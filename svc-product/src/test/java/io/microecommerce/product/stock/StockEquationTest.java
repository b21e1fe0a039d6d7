package io.microecommerce.product.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.MoveStockCommand;
import io.microecommerce.api.product.MoveStockCommand.Kind;
import io.microecommerce.api.product.ReserveStockCommand.Line;
import io.microecommerce.product.ProductTestbed;
import io.microecommerce.product.StockedSku;
import io.microecommerce.product.stock.tcc.StockTccParticipant;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receipts, corrections and payments at the same time, on the same few SKUs. */
class StockEquationTest {

    private static final int THREADS = 8;
    private static final int STEPS = 12;

    @RegisterExtension
    static final ParticipantTestbed testbed = ProductTestbed.create();

    /** @param seed of what the threads do; the order in which they do it is theirs */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyPieceIsAccountedForWhateverHappensTogether(long seed) {
        List<StockedSku> skus = Stream.generate(() -> StockedSku.in(testbed, "T-shirt"))
                .limit(3)
                .toList();

        List<Optional<Throwable>> failures = testbed.together(IntStream.range(0, THREADS)
                .<Runnable>mapToObj(thread -> () -> work(new Random(seed * THREADS + thread), skus))
                .toList());

        // A deadlock would be one, too.
        assertThat(failures).containsOnly(Optional.empty());
        assertThat(skus).allSatisfy(StockedSku::assertEveryPieceIsAccountedFor);
        assertThat(skus).extracting(sku -> sku.stock().frozen()).containsOnly(0L);
        assertThat(skus.stream().mapToLong(sku -> sku.stock().sold()).sum()).isPositive();
    }

    private void work(Random random, List<StockedSku> skus) {
        for (int step = 0; step < STEPS; step++) {
            String skuId = skus.get(random.nextInt(skus.size())).id();
            switch (random.nextInt(4)) {
                case 0 -> move(Kind.RECEIPT, skuId, 1 + random.nextInt(20));
                case 1 -> move(Kind.CORRECTION, skuId, -1 - random.nextInt(10));
                default -> pay(random, skus);
            }
        }
    }

    /** Sent twice, as a client does whose first answer was lost. */
    private void move(Kind kind, String skuId, long quantity) {
        MoveStockCommand command = new MoveStockCommand(
                skuId, kind, quantity, "test", "staff", UUID.randomUUID().toString());
        StockKeeping keeping = testbed.bean(StockKeeping.class);
        if (unlessShort(() -> keeping.move(command))) {
            keeping.move(command);
        }
    }

    private void pay(Random random, List<StockedSku> skus) {
        // In any order: the participant takes them in its own.
        List<Line> lines = random.ints(3, 0, skus.size())
                .mapToObj(i -> new Line(skus.get(i).id(), 1 + random.nextInt(3)))
                .toList();
        StockTccParticipant participant = testbed.bean(StockTccParticipant.class);
        String xid = testbed.begin();
        boolean held = unlessShort(() -> testbed.runTry(
                xid, () -> participant.tryReserve(UUID.randomUUID().toString(), lines)));
        if (held && random.nextInt(3) > 0) {
            testbed.commit(xid);
        } else {
            testbed.rollback(xid);
        }
    }

    private static boolean unlessShort(Runnable call) {
        try {
            call.run();
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.INSUFFICIENT_STOCK);
            return false;
        }
    }
}
