package io.microecommerce.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.e2e.chaos.customer.Outcome;
import io.microecommerce.e2e.chaos.nemesis.FaultKind;
import io.microecommerce.e2e.shop.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The short campaign: some four minutes with each kind of fault and each crash point, after which nothing is lost or doubled. */
class CampaignIT {

    private static final Logger log = LoggerFactory.getLogger(CampaignIT.class);
    private static final long SEED = 1;
    private static final Duration FAULTS = Duration.ofMinutes(3);

    @Test
    void everyRuleHoldsWhateverBreaks() throws IOException {
        Shop shop = Shop.open();
        Path folder = Files.createDirectories(
                shop.platform().installation().home().root().resolve("campaign"));

        Report report = new Campaign(shop, SEED, FAULTS, folder).run();

        log.info("{}", String.join("\n", report.lines()));
        Files.writeString(folder.resolve("report.json"), report.json());
        assertThat(report.violations()).as("violations").isEmpty();
        assertThat(report.missed()).as("crash points that nobody came by").isEmpty();
        for (FaultKind kind : FaultKind.values()) {
            assertThat(report.count(kind)).as("faults of the kind " + kind).isPositive();
        }
        assertThat(report.count(Outcome.OK)).as("operations acknowledged").isPositive();
        assertThat(report.count(Outcome.REFUSED)).as("operations refused").isPositive();
        assertThat(report.count(Outcome.UNKNOWN))
                .as("operations with an unknown outcome")
                .isPositive();
        assertThat(report.operations().get("PAY OK")).as("payments").isPositive();
        assertThat(report.looks().whileFaults())
                .as("looks at the databases while faults went on")
                .isPositive();
        assertThat(report.looks().timelines()).as("timelines read").isPositive();
    }
}
