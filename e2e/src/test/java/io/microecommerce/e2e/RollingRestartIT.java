package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.e2e.shop.Buyers;
import io.microecommerce.e2e.shop.HeldRows;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every component is stopped as an operator stops it and started again, in waves of one or two, while customers buy. Nothing that
 * was acknowledged is lost, nothing is doubled, and nobody hears anything but a yes or a clear "not now".
 */
class RollingRestartIT {

    private static final String SKU = "tee-navy-m";
    private static final String TEE = "tee-red-m";

    private final Shop shop = Shop.open();

    /** As an upgrade does it. The payment is decided before, and all three confirm it in the processes that came after. */
    @Test
    void everyServiceIsReplacedUnderLoadAndAPaymentHeldAcrossItIsConfirmed() {
        Visitor customer = shop.newCustomer(100_000);
        String orderId = customer.orders(TEE, 1);
        String key = Visitor.newKey();
        Buyers buyers;
        try (HeldRows held = HeldRows.ofPaymentToBeConfirmed(shop, customer, orderId, key)) {
            buyers = Buyers.start(shop, 2, SKU);
            try (buyers) {
                replaceUnderLoad(
                        buyers,
                        List.of("svc-product", "svc-customer"),
                        List.of("svc-order", "svc-cart"),
                        List.of("svc-payment", "gateway"));
                assertThat(held.states()).as("after everything was replaced").containsExactly("HELD", "PAYING", "HELD");
            }
        }
        shop.settles("a payment held while its services were replaced", orderId);
        customer.pays(orderId, key).expect(201);
        assertThat(shop.books().text("shop_payment", "SELECT status FROM payment WHERE order_id = ?", orderId))
                .isEqualTo("PAID");
        allAreSettled(buyers);
    }

    @Test
    void everyServerIsRestartedUnderLoad() {
        Buyers buyers = Buyers.start(shop, 2, SKU);
        try (buyers) {
            replaceUnderLoad(
                    buyers,
                    List.of("seata-server", "rocketmq-namesrv"),
                    List.of("rocketmq-broker", "redis"),
                    List.of("nacos", "mongodb"),
                    List.of("postgres"));
        }
        allAreSettled(buyers);
    }

    /** Two at once take less time than one after the other, and are harder on the customers. */
    @SafeVarargs
    private void replaceUnderLoad(Buyers buyers, List<String>... waves) {
        for (List<String> wave : waves) {
            buyers.awaitPurchases();
            shop.restartAll(wave.toArray(String[]::new));
        }
        buyers.awaitPurchases();
    }

    private void allAreSettled(Buyers buyers) {
        assertThat(buyers.complaints()).isEmpty();
        buyers.awaitWhole(shop.platform());
        assertThat(buyers.payments()).allSatisfy((orderId, paymentId) -> assertThat(shop.books()
                        .text(
                                "shop_payment",
                                "SELECT id FROM payment WHERE order_id = ? AND paid_at IS NOT NULL",
                                orderId))
                .isEqualTo(paymentId));
    }
}
