package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.faults.CrashPoint;
import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Purchase;
import io.microecommerce.e2e.shop.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** svc-payment is told to stop while payments are under way: it finishes them, and hands over what it cannot finish. */
class GracefulStopIT {

    private static final String PAYMENT = "svc-payment";
    private static final Duration PAYS_WITHIN = Duration.ofSeconds(60);

    /** From the last step to the first, so that none is held up where the one before it waits. */
    private static final List<CrashPoint> STEPS =
            List.of(CrashPoint.COMMITTED, CrashPoint.TRIED, CrashPoint.HALF_SENT, CrashPoint.INSERTED);

    private static final Executor THREADS = work -> new Thread(work).start();

    private final Shop shop = Shop.open();

    /** Whatever a test has seen, the next one finds the shop open. */
    @AfterEach
    void opensAgain() {
        STEPS.forEach(shop.faults()::release);
        if (!shop.platform().isReady(PAYMENT)) {
            shop.platform().restart(PAYMENT);
        }
    }

    @Test
    void whatHasBegunIsFinishedInWhateverStepItIs() {
        List<Purchase> purchases =
                Stream.generate(() -> Purchase.of(shop)).limit(STEPS.size()).toList();
        List<CompletableFuture<Answer>> paying = new ArrayList<>();
        for (int i = 0; i < STEPS.size(); i++) {
            paying.add(purchases.get(i).paysUpTo(STEPS.get(i)));
        }
        CompletableFuture<Void> stopping = stops();

        STEPS.forEach(shop.faults()::release);

        for (int i = 0; i < STEPS.size(); i++) {
            assertThat(paying.get(i).join().status())
                    .as("the payment that waited at " + STEPS.get(i))
                    .isEqualTo(201);
        }
        stopping.join();
        shop.platform().restart(PAYMENT);
        for (int i = 0; i < STEPS.size(); i++) {
            shop.settles("stopped at " + STEPS.get(i), purchases.get(i).orderId());
            assertThat(purchases.get(i).pays().expect(201).text("/id"))
                    .isEqualTo(paying.get(i).join().text("/id"));
        }
    }

    @Test
    void whatCannotBeFinishedIsHandedOver() {
        Purchase purchase = Purchase.of(shop);
        CompletableFuture<Answer> paying = purchase.paysUpTo(CrashPoint.TRIED);
        CompletableFuture<Void> stopping = stops();
        stopping.join();

        assertThat(paying.join().status()).as("never a guess").isIn(202, 503);
        assertThat(shop.books()
                        .text("shop_payment", "SELECT status FROM payment WHERE order_id = ?", purchase.orderId()))
                .as("still held, or given back by the TC while the stop waited")
                .isIn("HELD", "RELEASED");
        shop.faults().release(CrashPoint.TRIED);
        shop.platform().restart(PAYMENT);

        shop.settles("handed over at TRIED", purchase.orderId());
        await("the same key pays")
                .atMost(PAYS_WITHIN)
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> purchase.pays().expect(201));
        shop.settles("the same key after it was handed over", purchase.orderId());
    }

    /** Tells svc-payment to stop, and returns when it is on its way: it is no longer ready. */
    private CompletableFuture<Void> stops() {
        CompletableFuture<Void> stopping =
                CompletableFuture.runAsync(() -> shop.platform().stop(PAYMENT), THREADS);
        await("svc-payment is being stopped")
                .atMost(Duration.ofSeconds(30))
                .until(() -> stopping.isDone() || !shop.platform().isReady(PAYMENT));
        return stopping;
    }
}
