package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.faults.CrashPoint;
import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** svc-payment is told to stop while payments are under way: it finishes them, and hands over what it cannot finish. */
class GracefulStopIT {

    private static final String TEE = "tee-red-m";
    private static final String PAYMENT = "svc-payment";
    private static final Duration PAYS_WITHIN = Duration.ofSeconds(60);

    /** From the last step to the first, so that none is held up where the one before it waits. */
    private static final List<CrashPoint> STEPS =
            List.of(CrashPoint.COMMITTED, CrashPoint.TRIED, CrashPoint.HALF_SENT, CrashPoint.INSERTED);

    /** Each of its own: as many wait as there are steps, more than the common pool may have threads. */
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
        List<Purchase> purchases = new ArrayList<>();
        for (CrashPoint step : STEPS) {
            purchases.add(paysUpTo(step));
        }
        CompletableFuture<Void> stopping = stops();

        STEPS.forEach(shop.faults()::release);

        for (Purchase purchase : purchases) {
            assertThat(purchase.paying.join().status())
                    .as("the payment that waited at " + purchase.step)
                    .isEqualTo(201);
        }
        stopping.join();
        shop.platform().restart(PAYMENT);
        for (Purchase purchase : purchases) {
            shop.settles("stopped at " + purchase.step, purchase.orderId);
            assertThat(purchase.pays().expect(201).text("/id"))
                    .isEqualTo(purchase.paying.join().text("/id"));
        }
    }

    @Test
    void whatCannotBeFinishedIsHandedOver() {
        Purchase purchase = paysUpTo(CrashPoint.TRIED);
        CompletableFuture<Void> stopping = stops();
        stopping.join();

        assertThat(purchase.paying.join().status()).as("never a guess").isIn(202, 503);
        assertThat(shop.books().text("shop_payment", "SELECT status FROM payment WHERE order_id = ?", purchase.orderId))
                .as("still held, or given back by the TC while the stop waited")
                .isIn("HELD", "RELEASED");
        shop.faults().release(CrashPoint.TRIED);
        shop.platform().restart(PAYMENT);

        shop.settles("handed over at TRIED", purchase.orderId);
        await("the same key pays")
                .atMost(PAYS_WITHIN)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> purchase.pays().expect(201));
        shop.settles("the same key after it was handed over", purchase.orderId);
    }

    private Purchase paysUpTo(CrashPoint step) {
        Visitor customer = shop.newCustomer(100_000);
        String orderId = customer.orders(TEE, 1);
        String key = Visitor.newKey();
        shop.faults().pauseAt(step);
        Purchase purchase = new Purchase(
                step,
                customer,
                orderId,
                key,
                CompletableFuture.supplyAsync(() -> customer.pays(orderId, key), THREADS));
        shop.awaitHit(step);
        return purchase;
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

    private record Purchase(
            CrashPoint step, Visitor customer, String orderId, String key, CompletableFuture<Answer> paying) {

        Answer pays() {
            return customer.pays(orderId, key);
        }
    }
}
