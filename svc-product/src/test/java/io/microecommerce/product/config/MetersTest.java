package io.microecommerce.product.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.product.ProductTestbed;
import io.microecommerce.service.tcc.ParticipantTestbed;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every service tells of itself and of what it needs. */
class MetersTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = ProductTestbed.create();

    private static final Duration SOON = Duration.ofSeconds(40);

    @Test
    void tellsOfEachServerWhetherItAnswers() {
        await().atMost(SOON).until(() -> up("db") && up("seata") && up("mongo"));

        // The coordinator keeps its transactions in the same PostgreSQL.
        ProductTestbed.whilePostgresIsDown(testbed, () -> await().atMost(SOON).until(() -> !up("db")));

        await().atMost(SOON).until(() -> up("db"));
    }

    @Test
    void exportsItsPools() {
        assertThat(testbed.bean(PrometheusMeterRegistry.class).scrape())
                .contains("hikaricp_connections_active{", "hikaricp_connections_pending{", "hikaricp_connections_max{");
    }

    private static boolean up(String component) {
        return testbed.bean(MeterRegistry.class).find("shop.health").tag("component", component).gauges().stream()
                .anyMatch(gauge -> gauge.value() == 1);
    }
}
