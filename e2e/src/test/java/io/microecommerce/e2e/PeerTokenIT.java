package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.microecommerce.api.payment.PaymentFacade;
import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.time.Duration;
import java.util.Map;
import org.apache.dubbo.config.ApplicationConfig;
import org.apache.dubbo.config.ReferenceConfig;
import org.apache.dubbo.config.bootstrap.DubboBootstrap;
import org.junit.jupiter.api.Test;

/** The ports that cannot be bound to loopback refuse whoever lacks the generated token. */
class PeerTokenIT {

    private final Shop shop = Shop.open();

    @Test
    void aDubboPeerWithoutTheTokenIsRefusedAndOneWithItIsNot() {
        Visitor customer = shop.newCustomer(700);
        String address = "tri://127.0.0.1:" + shop.platform().port("svc-payment", "dubbo");
        DubboBootstrap bootstrap = DubboBootstrap.newInstance();
        ApplicationConfig application = new ApplicationConfig("a-stranger");
        application.setQosEnable(false);
        bootstrap.application(application);
        ReferenceConfig<PaymentFacade> stranger = reference(bootstrap, address);
        ReferenceConfig<PaymentFacade> friend =
                reference(bootstrap, address + "?token=" + shop.platform().secret("dubbo.token"));
        bootstrap.start();
        try {
            assertThat(friend.get().balance(customer.id()).available().minor()).isEqualTo(700);
            assertThatThrownBy(() -> stranger.get().balance(customer.id())).hasMessageContaining("Forbid");
        } finally {
            bootstrap.stop();
        }
    }

    @Test
    void theCoordinatorRefusesAServiceWithTheWrongToken() {
        Visitor customer = shop.newCustomer(100_000);
        String orderId = customer.orders("tee-red-m", 1);
        String key = Visitor.newKey();
        comesBackWith("a-wrong-token");

        Answer refused = customer.pays(orderId, key);

        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(503);
        comesBackWith(shop.platform().secret("seata.token"));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> customer.pays(orderId, key).expect(201));
        shop.settles("svc-payment had a wrong token", orderId);
    }

    /** Killed: there is nothing in it to be finished, and a stop would wait for its callers. */
    private void comesBackWith(String token) {
        shop.platform().kill("svc-payment");
        shop.platform().environment("svc-payment", Map.of("SEATA_TOKEN", token));
        shop.platform().restart("svc-payment");
    }

    private static ReferenceConfig<PaymentFacade> reference(DubboBootstrap bootstrap, String url) {
        ReferenceConfig<PaymentFacade> reference = new ReferenceConfig<>();
        reference.setInterface(PaymentFacade.class);
        reference.setUrl(url);
        reference.setParameters(Map.of("serialization", "hessian2", "prefer.serialization", "hessian2"));
        reference.setTimeout(3_000);
        reference.setRetries(0);
        reference.setCheck(false);
        bootstrap.reference(reference);
        return reference;
    }
}
