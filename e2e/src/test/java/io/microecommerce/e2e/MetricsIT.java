package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.PromNames;
import io.microecommerce.e2e.shop.Scrapes;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import io.microecommerce.local.launcher.Platform;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the platform tells Prometheus after a purchase, a refused payment and a refund, and what the chart's files name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsIT {

    private static final String TEE = "tee-red-m";
    private static final String DEAR = "piano-grand";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Shop shop = Shop.open();
    private Scrapes before;

    @BeforeAll
    void buyRefuseAndRefund() {
        before = Scrapes.of(shop);
        Visitor customer = shop.newCustomer(100_000);
        String order = customer.orders(TEE, 1);
        Answer paid = customer.pays(order, Visitor.newKey()).expect(201);
        shop.settles("a purchase", order);
        Visitor poor = shop.newCustomer(100);
        poor.pays(poor.orders(DEAR, 1), Visitor.newKey()).expect(422);
        shop.logIn(Shop.STAFF).refunds(paid.text("/id"), Visitor.newKey()).expect(201);
        shop.settles("a refund", order);
    }

    @Test
    void everyMetricThatADashboardOrAnAlertNamesIsExported() throws IOException {
        Map<String, Set<String>> named = PromNames.inChart(Platform.checkout().resolve("helm/shop"));
        assertThat(named.keySet()).as("files with names").hasSizeGreaterThanOrEqualTo(5);
        // Gauges of what other processes say are there after their first round.
        await().atMost(SOON).untilAsserted(() -> {
            Set<String> exported = Scrapes.of(shop).names();
            Set<String> unknown = new TreeSet<>();
            named.forEach((file, names) -> names.stream()
                    .filter(name -> !exported.contains(name))
                    .forEach(name -> unknown.add(file + ": " + name)));
            assertThat(unknown).isEmpty();
        });
    }

    @Test
    void countsWhatWasDone() {
        await().atMost(SOON).untilAsserted(() -> {
            Scrapes now = Scrapes.of(shop);
            assertRisen(now, "shop_payments_total", "outcome=\"PAID\"");
            assertRisen(now, "shop_payments_total", "code=\"INSUFFICIENT_BALANCE\"", "outcome=\"REFUSED\"");
            assertRisen(now, "shop_refunds_total", "outcome=\"GIVEN\"");
            assertRisen(now, "shop_pay_answer_seconds_count", "outcome=\"PAID\"");
            assertRisen(now, "shop_pay_answer_seconds_count", "outcome=\"REFUSED\"");
            for (String phase : new String[] {"try", "confirm", "cancel"}) {
                assertRisen(now, "shop_tcc_phase_seconds_count", "outcome=\"done\"", "phase=\"" + phase + "\"");
            }
            assertRisen(now, "shop_tcc_phase_seconds_count", "outcome=\"refused\"", "phase=\"try\"");
            for (String event : new String[] {"OrderPaid", "OrderRefunded"}) {
                assertRisen(now, "shop_half_messages_sent_total", "event=\"" + event + "\"");
                assertRisen(now, "shop_half_messages_answered_total", "decision=\"COMMIT\"", "event=\"" + event + "\"");
            }
            assertRisen(now, "shop_inbox_applied_total");
            assertRisen(now, "shop_consumer_deliveries_seconds_count", "outcome=\"done\"");
        });
    }

    /** Nobody can list the orders or customers of a shop from its metrics, and Prometheus need not keep a series for each. */
    @Test
    void noTagIsAnId() {
        assertThat(Scrapes.of(shop).ofOurs())
                .isNotEmpty()
                .noneMatch(line -> line.matches(".*[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}.*\\}.*"))
                .noneMatch(line -> line.matches(".*:\\d+:\\d{6,}.*"));
    }

    private void assertRisen(Scrapes now, String name, String... labels) {
        assertThat(now.sum(name, labels))
                .as(() -> name + " " + String.join(",", labels))
                .isGreaterThan(before.sum(name, labels));
    }
}
