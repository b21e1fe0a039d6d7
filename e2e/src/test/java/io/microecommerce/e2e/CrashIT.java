package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.faults.CrashPoint;
import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Purchase;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A process dies, also between two steps of the protocol. While it is away the answer is a clear 503 within seconds; once it is back,
 * money, stock, order and message agree, and the same key pays.
 */
class CrashIT {

    private static final String TEE = "tee-red-m";
    private static final long PRICE = 8_900;
    private static final Duration CLEAR_WITHIN = Duration.ofSeconds(20);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(60);

    /** From the last step to the first, so that none is held up where the one before it waits. */
    private static final List<CrashPoint> STEPS =
            List.of(CrashPoint.COMMITTED, CrashPoint.TRIED, CrashPoint.HALF_SENT, CrashPoint.INSERTED);

    private final Shop shop = Shop.open();

    /** Whatever a test has seen, the next one finds the shop open. */
    @AfterEach
    void opensAgain() {
        STEPS.forEach(shop.faults()::release);
        shop.platform().names().stream()
                .filter(component -> !shop.platform().isAlive(component))
                .forEach(shop.platform()::restart);
    }

    /** It dies once, and a payment stands at each of its steps. */
    @Test
    void thePaymentServiceDiesAtEachStep() {
        Purchase paidMeanwhile = Purchase.of(shop);
        List<Purchase> purchases =
                Stream.generate(() -> Purchase.of(shop)).limit(STEPS.size()).toList();
        Map<Purchase, CompletableFuture<Answer>> interrupted = new LinkedHashMap<>();
        for (int i = 0; i < STEPS.size(); i++) {
            interrupted.put(purchases.get(i), purchases.get(i).paysUpTo(STEPS.get(i)));
        }

        shop.platform().kill("svc-payment");

        interrupted.forEach((purchase, answer) -> assertNoGuess(answer.join()));
        assertClearly503(paidMeanwhile);
        STEPS.forEach(shop.faults()::release);
        shop.platform().restart("svc-payment");
        for (int i = 0; i < STEPS.size(); i++) {
            shop.settles(
                    "svc-payment killed at " + STEPS.get(i), purchases.get(i).orderId());
        }
        purchases.forEach(this::paysWithTheSameKey);
        paysWithTheSameKey(paidMeanwhile);
        awaitHealthy();
    }

    @Test
    void theServicesThatAPaymentCallsDie() {
        Purchase withoutStock = Purchase.of(shop);
        Purchase withoutOrders = Purchase.of(shop);

        shop.platform().kill("svc-product");
        assertClearly503(withoutStock);
        shop.platform().kill("svc-order");
        // The order is read before anything else.
        assertClearly503(withoutOrders);
        assertThat(withoutOrders
                        .customer()
                        .get("/api/v1/order/" + withoutOrders.orderId())
                        .status())
                .isEqualTo(503);

        shop.restartAll("svc-product", "svc-order");
        paysWithTheSameKey(withoutStock);
        paysWithTheSameKey(withoutOrders);
        awaitHealthy();
    }

    @Test
    void theCoordinatorDiesBetweenTriesAndCommit() {
        Purchase waiting = Purchase.of(shop);
        Purchase paidMeanwhile = Purchase.of(shop);
        CompletableFuture<Answer> paying = waiting.paysUpTo(CrashPoint.TRIED);

        shop.platform().kill("seata-server");
        shop.faults().release(CrashPoint.TRIED);
        assertNoGuess(paying.join());
        assertClearly503(paidMeanwhile);
        shop.platform().restart("seata-server");

        shop.settles("the TC killed at TRIED", waiting.orderId());
        paysWithTheSameKey(waiting);
        paysWithTheSameKey(paidMeanwhile);
        awaitHealthy();
    }

    /** It has the half message of one payment, and the event of another one that svc-customer has not heard. */
    @Test
    void theBrokerDiesBetweenHalfAndCommitAndKeepsWhatItAcknowledged() {
        Purchase undelivered = Purchase.of(shop);
        Purchase waiting = Purchase.of(shop);
        Purchase paidMeanwhile = Purchase.of(shop);
        shop.platform().kill("svc-customer");
        undelivered.pays().expect(201);
        CompletableFuture<Answer> paying = waiting.paysUpTo(CrashPoint.TRIED);

        shop.platform().kill("rocketmq-broker");
        shop.faults().release(CrashPoint.TRIED);
        assertNoGuess(paying.join());
        assertClearly503(paidMeanwhile);
        shop.platform().restart("rocketmq-broker");
        shop.platform().restart("svc-customer");

        shop.settles("the broker was killed with an event undelivered", undelivered.orderId());
        shop.settles("the broker killed between half message and commit", waiting.orderId());
        paysWithTheSameKey(waiting);
        paysWithTheSameKey(paidMeanwhile);
        awaitHealthy();
    }

    @Test
    void withoutRedisOnlyTheCartIsGone() {
        Purchase purchase = Purchase.of(shop);
        Visitor customer = purchase.customer();
        shop.platform().kill("redis");

        assertThat(customer.get("/api/v1/cart_item").expect(503).code()).isEqualTo("SERVICE_UNAVAILABLE");
        customer.get("/api/v1/sku/" + TEE).expect(200);
        paysWithTheSameKey(purchase);

        shop.platform().restart("redis");
        await().atMost(BACK_WITHIN)
                .untilAsserted(() -> customer.get("/api/v1/cart_item").expect(200));
    }

    @Test
    void whatPostgresAcknowledgedSurvivesItsDeath() {
        Purchase purchase = Purchase.of(shop);
        purchase.pays().expect(201);
        String order = "/api/v1/order/" + purchase.orderId();

        shop.platform().kill("postgres");
        assertThat(purchase.customer().get(order).status()).isEqualTo(503);
        shop.platform().restart("postgres");

        await().atMost(BACK_WITHIN).untilAsserted(() -> assertThat(
                        purchase.customer().get(order).expect(200).text("/status"))
                .isEqualTo("PAID"));
        shop.settles("PostgreSQL was killed", purchase.orderId());
    }

    private static void assertNoGuess(Answer interrupted) {
        assertThat(interrupted.status())
                .as("never a guess: %s", interrupted.body())
                .isIn(201, 202, 503);
    }

    /**
     * A service or server is down, and the customer hears a clear 503. Before it, while svc-payment lives, she may be told that the
     * outcome is not known yet, and asks again with the same key.
     */
    private void assertClearly503(Purchase purchase) {
        boolean mayBeUnknown = shop.platform().isAlive("svc-payment");
        Answer down = await("a clear 503")
                .atMost(CLEAR_WITHIN)
                .until(
                        () -> {
                            Answer answer = purchase.pays();
                            assertThat(answer.status())
                                    .as(answer.body().toString())
                                    .isIn(mayBeUnknown ? List.of(202, 503) : List.of(503));
                            return answer;
                        },
                        answer -> answer.status() == 503);

        assertThat(down.code()).isIn("SERVICE_UNAVAILABLE", "PAYMENT_NOT_COMPLETED", "OUTCOME_UNKNOWN");
        await("/health tells")
                .atMost(CLEAR_WITHIN)
                .untilAsserted(() -> shop.anonymous().get("/health").expect(503));
    }

    private void paysWithTheSameKey(Purchase purchase) {
        await("the same key pays")
                .atMost(BACK_WITHIN)
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> purchase.pays().expect(201));
        shop.settles("the same key pays", purchase.orderId());
        assertThat(purchase.availableMinor()).isEqualTo(purchase.startMinor() - PRICE);
    }

    private void awaitHealthy() {
        await("healthy again")
                .atMost(BACK_WITHIN)
                .untilAsserted(() -> shop.anonymous().get("/health").expect(200));
    }
}
