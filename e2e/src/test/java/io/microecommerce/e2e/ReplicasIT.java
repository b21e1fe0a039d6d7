package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Buyers;
import io.microecommerce.e2e.shop.HeldRows;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two of each service and two TCs at the same databases, the same broker and the same Nacos. Whichever is killed, the other goes on
 * for it, and two that do the same work at the same time do it once.
 */
class ReplicasIT {

    private static final String SKU = "tee-navy-m";
    private static final String TEE = "tee-red-m";
    private static final List<String> SERVICES =
            List.of("svc-cart", "svc-customer", "svc-order", "svc-payment", "svc-product", "gateway");
    private static final String TC = "seata-server";
    /** Elsewhere these two know the way to one TC only, which leads through a proxy. */
    private static final String[] BY_A_PROXY = {"svc-order", "svc-payment"};

    private static Shop shop;

    @BeforeAll
    static void twoOfEach() {
        shop = Shop.open();
        findTheTcIn("nacos");
        shop.platform().restart(Shop.second(TC));
        shop.restartAll(Stream.concat(SERVICES.stream().map(Shop::second), Stream.of(BY_A_PROXY))
                .toArray(String[]::new));
    }

    @AfterAll
    static void oneOfEach() {
        findTheTcIn("file");
        shop.stopAll(SERVICES.stream().map(Shop::second).toArray(String[]::new));
        shop.platform().stop(Shop.second(TC));
        shop.restartAll(BY_A_PROXY);
    }

    private static void findTheTcIn(String registry) {
        for (String service : BY_A_PROXY) {
            shop.platform().environment(service, Map.of("SEATA_REGISTRY_TYPE", registry));
        }
    }

    @Test
    void aKeyThatComesToBothGatewaysAtOnceIsOnePayment() {
        Visitor here = shop.newCustomer(100_000);
        Visitor there = shop.atSecondGateway(here);
        String orderId = here.orders(TEE, 1);
        String key = Visitor.newKey();

        List<Answer> answers = Visitor.atOnce(40, i -> (i % 2 == 0 ? here : there).pays(orderId, key));

        assertThat(answers).extracting(Answer::status).isSubsetOf(201, 202);
        shop.settles("a key at both gateways", orderId);
        Set<String> payments = new HashSet<>();
        for (Visitor visitor : List.of(here, there)) {
            payments.add(visitor.pays(orderId, key).expect(201).text("/id"));
        }
        assertThat(payments).hasSize(1);
        assertThat(shop.books().number("shop_payment", "SELECT count(*) FROM payment WHERE order_id = ?", orderId))
                .isEqualTo(1);
    }

    @Test
    void whicheverInstanceIsKilledTheOtherGoesOn() {
        Buyers buyers = Buyers.start(shop, 2, SKU);
        try (buyers) {
            buyers.awaitPurchases();
            killOneAndBuyOn(buyers, "svc-product", "svc-customer");
            killOneAndBuyOn(buyers, "svc-order", "svc-cart");
            killOneAndBuyOn(buyers, "svc-payment");
        }
        assertThat(buyers.complaints()).isEmpty();
        buyers.awaitWhole(shop.platform());
    }

    @Test
    void aTransactionWhoseTcIsKilledIsEndedByTheOther() {
        Visitor customer = shop.newCustomer(100_000);
        String orderId = customer.orders(TEE, 1);
        String key = Visitor.newKey();
        String killed;
        try (HeldRows held = HeldRows.ofPaymentToBeConfirmed(shop, customer, orderId, key)) {
            killed = tcOf(orderId);
            shop.platform().kill(killed);
            assertThat(held.states()).containsExactly("HELD", "PAYING", "HELD");
        }

        shop.settles("a payment whose TC is dead", orderId);
        customer.pays(orderId, key).expect(201);
        Visitor other = shop.newCustomer(100_000);
        String another = other.orders(TEE, 1);
        String anothersKey = Visitor.newKey();
        await("payments begin at the other TC")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> other.pays(another, anothersKey).expect(201));
        assertThat(tcOf(another)).isNotEqualTo(killed);
        assertThat(shop.platform().isAlive(killed)).isFalse();
        shop.platform().restart(killed);
    }

    private static void killOneAndBuyOn(Buyers buyers, String... components) {
        for (String component : components) {
            shop.platform().kill(component);
        }
        buyers.awaitPurchases();
        for (String component : components) {
            assertThat(shop.platform().isAlive(component)).isFalse();
        }
        shop.restartAll(components);
    }

    /** The TC that began the transaction of the order's payment: an XID is {@code host:port:number}. */
    private static String tcOf(String orderId) {
        String xid = shop.books().text("shop_payment", "SELECT xid FROM payment WHERE order_id = ?", orderId);
        return Stream.of(TC, Shop.second(TC))
                .filter(tc -> xid.contains(":" + shop.platform().port(tc) + ":"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No TC of this platform began " + xid));
    }
}
