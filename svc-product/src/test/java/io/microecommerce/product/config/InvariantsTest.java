package io.microecommerce.product.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.api.invariant.InvariantFacade;
import io.microecommerce.api.invariant.InvariantView;
import io.microecommerce.books.Invariant;
import io.microecommerce.product.ProductTestbed;
import io.microecommerce.service.tcc.ParticipantTestbed;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The service checks its database by itself, again and again, and tells it over Dubbo and as a gauge. */
class InvariantsTest {

    private static final String STOCK = "stock_is_its_movements";
    private static final String HELD = "stock_is_not_held";
    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    static final ParticipantTestbed testbed = ProductTestbed.create();

    @Test
    void checksAllThatIsToHoldInItsDatabase() {
        assertThat(testbed.bean(InvariantFacade.class).invariants())
                .extracting(InvariantView::rule)
                .containsExactlyElementsOf(Invariant.of("svc-product").stream()
                        .map(Invariant::name)
                        .toList())
                .contains(STOCK, HELD);
    }

    @Test
    void countsPiecesThatNobodyReceivedUntilTheyAreAccountedFor() {
        String sku = "sku-" + UUID.randomUUID();
        testbed.jdbc()
                .sql("INSERT INTO sku_stock (sku_id, available) VALUES (:sku, 3)")
                .param("sku", sku)
                .update();
        awaitViolations(STOCK, 1);
        assertThat(gauge(STOCK)).isEqualTo(1);
        assertThat(invariant(HELD).violations()).isZero();

        testbed.jdbc()
                .sql("INSERT INTO stock_movement (sku_id, kind, quantity, reason) VALUES (:sku, 'RECEIPT', 3, 'test')")
                .param("sku", sku)
                .update();
        awaitViolations(STOCK, 0);
        assertThat(gauge(STOCK)).isZero();
    }

    @Test
    void countsPiecesThatAreHeldForTooLong() {
        String xid = "xid-" + UUID.randomUUID();
        testbed.jdbc()
                .sql(
                        """
                        INSERT INTO stock_reservation (xid, sku_id, order_id, quantity, state, created_at)
                        VALUES (:xid, 'sku-held', 'order', 2, 'HELD', now() - interval '11 minutes')""")
                .param("xid", xid)
                .update();
        awaitViolations(HELD, 1);

        testbed.jdbc()
                .sql("DELETE FROM stock_reservation WHERE xid = :xid")
                .param("xid", xid)
                .update();
        awaitViolations(HELD, 0);
    }

    @Test
    void keepsWhatItKnewAndSaysWhyItKnowsNothingNewer() {
        awaitViolations(STOCK, 0);
        ProductTestbed.whilePostgresIsDown(testbed, () -> {
            await().atMost(SOON).until(() -> invariant(STOCK).error() != null);
            InvariantView unread = invariant(STOCK);
            assertThat(unread.violations()).isZero();
            assertThat(unread.checkedAt()).isNotNull();
            assertThat(sinceCheckSeconds()).isPositive();
        });

        await().atMost(SOON).until(() -> invariant(STOCK).error() == null);
    }

    private static void awaitViolations(String rule, long violations) {
        await().atMost(SOON)
                .until(() -> Long.valueOf(violations).equals(invariant(rule).violations()));
    }

    private static InvariantView invariant(String rule) {
        return testbed.bean(InvariantFacade.class).invariants().stream()
                .filter(invariant -> invariant.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static double gauge(String rule) {
        return testbed.bean(MeterRegistry.class)
                .get("shop.invariant.violations")
                .tag("rule", rule)
                .gauge()
                .value();
    }

    private static double sinceCheckSeconds() {
        return testbed.bean(MeterRegistry.class)
                .get("shop.invariant.since.check")
                .tag("rule", STOCK)
                .timeGauge()
                .value();
    }
}
