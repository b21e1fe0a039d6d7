package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.chaos.network.ServiceNames;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The services as the chart installs them on Istio: Dubbo has no registry, and every call goes to the name of a service. They are the
 * second instances here, beside those that find each other in Nacos.
 */
class MeshIT {

    private static final String TEE = "tee-red-m";
    private static final List<String> PROVIDERS =
            List.of("svc-cart", "svc-customer", "svc-order", "svc-payment", "svc-product");
    private static final Duration SOON = Duration.ofSeconds(30);

    private static Shop shop;
    private static ServiceNames names;

    @BeforeAll
    static void openTheMesh() {
        shop = Shop.open();
        names = ServiceNames.open(shop.platform(), PROVIDERS);
        inTheMesh().forEach(instance -> shop.platform().environment(instance, names.environment()));
        shop.restartAll(inTheMesh().toArray(String[]::new));
    }

    @AfterAll
    static void closeTheMesh() {
        shop.stopAll(inTheMesh().toArray(String[]::new));
        inTheMesh().forEach(instance -> shop.platform().retract(instance, names.variables()));
        names.close();
    }

    private static Stream<String> inTheMesh() {
        return Stream.concat(PROVIDERS.stream(), Stream.of("gateway")).map(Shop::second);
    }

    @Test
    void aPurchaseGoesThroughAndIsGivenBack() {
        Visitor customer = shop.atSecondGateway(shop.newCustomer(100_000));
        customer.adds(TEE, 1).expect(200);
        String orderId = customer.post("/api/v1/order/cart", "{}", Visitor.newKey())
                .expect(201)
                .text("/id");

        String paymentId = customer.pays(orderId, Visitor.newKey()).expect(201).text("/id");

        shop.settles("a purchase in a mesh", orderId);
        customer.refunds(paymentId, Visitor.newKey()).expect(201);
        shop.settles("a refund in a mesh", orderId);
        assertThat(customer.get("/api/v1/order/" + orderId).expect(200).text("/status"))
                .isEqualTo("REFUNDED");
    }

    /** Each name is the only way to its service. */
    @Test
    void whatANameDoesNotLeadToIsAwayForTheMeshAlone() {
        Visitor outside = shop.newCustomer(100_000);
        Visitor inside = shop.atSecondGateway(outside);
        Map<String, String> asked = Map.of(
                "svc-cart", "/api/v1/cart_item",
                "svc-customer", "/api/v1/customer/me",
                "svc-order", "/api/v1/order",
                "svc-payment", "/api/v1/customer/me/balance",
                "svc-product", "/api/v1/product");
        asked.forEach((service, path) -> {
            inside.get(path).expect(200);
            names.link(service).cut();
            inside.get(path).expect(503);
            outside.get(path).expect(200);
            names.link(service).heal();
            await(service + " is there again").atMost(SOON).untilAsserted(() -> inside.get(path)
                    .expect(200));
        });
    }

    @Test
    void aPaymentWhoseStockIsAwayIsPaidWithTheSameKeyOnceItIsBack() {
        Visitor customer = shop.atSecondGateway(shop.newCustomer(100_000));
        String orderId = customer.orders(TEE, 1);
        String key = Visitor.newKey();
        names.link("svc-product").cut();

        assertThat(customer.pays(orderId, key).status()).isIn(202, 503);

        names.link("svc-product").heal();
        await("the same key pays")
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> customer.pays(orderId, key).expect(201));
        shop.settles("a payment whose stock was away", orderId);
    }
}
