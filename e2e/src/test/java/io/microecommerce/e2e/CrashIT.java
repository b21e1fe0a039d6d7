package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.faults.CrashPoint;
import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process dies between two steps of the protocol; afterwards money, stock, order and message agree, and the key still pays. */
class CrashIT {

    private static final String TEE = "tee-red-m";
    private static final Duration DIES_WITHIN = Duration.ofSeconds(60);
    private static final Duration PAYS_WITHIN = Duration.ofSeconds(60);

    private final Shop shop = Shop.open();

    @ParameterizedTest
    @EnumSource(
            value = CrashPoint.class,
            names = {"INSERTED", "HALF_SENT", "TRIED", "COMMITTED"})
    void thePaymentServiceDies(CrashPoint step) {
        Visitor customer = shop.newCustomer(100_000);
        String orderId = customer.orders(TEE, 1);
        String key = Visitor.newKey();
        shop.faults().haltAt(step);

        Answer interrupted = customer.pays(orderId, key);

        assertThat(shop.platform().awaitEnd("svc-payment", DIES_WITHIN))
                .as("svc-payment died at " + step)
                .isTrue();
        assertThat(interrupted.status()).isEqualTo(503);
        shop.platform().restart("svc-payment");
        shop.settles("svc-payment killed at " + step, orderId);
        retryUntilPaid(customer, orderId, key);
        shop.settles("the same key after svc-payment was killed at " + step, orderId);
        assertThat(customer.get("/api/v1/customer/me/balance").number("/available/minor"))
                .isEqualTo(91_100);
    }

    @Test
    void theCoordinatorDiesBetweenTriesAndCommit() {
        theServerDiesWhilePaymentWaits("seata-server", CrashPoint.TRIED);
    }

    @Test
    void theBrokerDiesBetweenHalfAndCommit() {
        theServerDiesWhilePaymentWaits("rocketmq-broker", CrashPoint.TRIED);
    }

    private void theServerDiesWhilePaymentWaits(String server, CrashPoint step) {
        Visitor customer = shop.newCustomer(100_000);
        String orderId = customer.orders(TEE, 1);
        String key = Visitor.newKey();
        shop.faults().pauseAt(step);
        CompletableFuture<Answer> paying = CompletableFuture.supplyAsync(() -> customer.pays(orderId, key));
        shop.awaitHit(step);

        shop.platform().kill(server);
        shop.faults().release(step);
        Answer meanwhile = paying.join();
        assertThat(meanwhile.status()).as("never a guess: %s", meanwhile.body()).isIn(201, 202, 503);
        shop.platform().restart(server);

        shop.settles(server + " killed at " + step, orderId);
        retryUntilPaid(customer, orderId, key);
        shop.settles("the same key after " + server + " was killed at " + step, orderId);
        assertThat(customer.get("/api/v1/customer/me/balance").number("/available/minor"))
                .isEqualTo(91_100);
    }

    private static void retryUntilPaid(Visitor customer, String orderId, String key) {
        await("the same key pays")
                .atMost(PAYS_WITHIN)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> customer.pays(orderId, key).expect(201));
    }
}
