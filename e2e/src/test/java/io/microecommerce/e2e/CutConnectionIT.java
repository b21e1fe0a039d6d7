package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.chaos.network.Link;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The network between two services fails for some seconds, while both live and the registry sees nothing of it. */
class CutConnectionIT {

    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(20);

    /** Dubbo's own pause between two attempts to connect is a minute. */
    private static final Duration BACK_WITHIN = Duration.ofSeconds(40);

    private final Shop shop = Shop.open();

    @Test
    void aServiceIsFoundAgainSoonAfterItsConnectionsWereCut() {
        Visitor customer = shop.newCustomer(0);
        Link link = shop.network().links().stream()
                .filter(each -> each.toString().equals("everybody to svc-order"))
                .findFirst()
                .orElseThrow();
        assertThat(customer.get("/api/v1/order").status()).isEqualTo(200);

        link.cut();
        try {
            // For as long as it takes that the first attempt to connect again has failed as well.
            await().atMost(NOTICED_WITHIN).during(Duration.ofSeconds(3)).untilAsserted(() -> assertThat(
                            customer.get("/api/v1/order").status())
                    .isEqualTo(503));
        } finally {
            link.heal();
        }

        await("svc-order answers again").atMost(BACK_WITHIN).untilAsserted(() -> assertThat(
                        customer.get("/api/v1/order").status())
                .isEqualTo(200));
    }
}
