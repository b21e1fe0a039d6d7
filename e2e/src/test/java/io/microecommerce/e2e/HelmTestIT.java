package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.local.process.CannotStartException;
import io.microecommerce.local.process.Environment;
import io.microecommerce.setup.Setup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the pod of {@code helm test} does, with what the chart tells it, in a shop that runs. */
class HelmTestIT {

    private final Shop shop = Shop.open();

    @Test
    void buysSomethingAndLeavesNothingOnSale() throws InterruptedException {
        String done = Setup.run(List.of("purchase", shop.gateway().toString()), environment());

        assertThat(done).contains("\"status\":\"UP\"", "bought and paid order ");
        String order = done.substring(done.lastIndexOf(' ') + 1);
        shop.settles("what helm test bought", order);
        assertThat(shop.books().text("shop_order", "SELECT status FROM orders WHERE id = ?", order))
                .isEqualTo("PAID");
        assertThat(shop.anonymous()
                        .get("/api/v1/product?q=helm")
                        .expect(200)
                        .body()
                        .at("/items"))
                .isEmpty();
        assertThat(shop.anonymous()
                        .get("/api/v1/category")
                        .expect(200)
                        .body()
                        .at("/items")
                        .findValuesAsString("id"))
                .as("what a shopper sees of it")
                .isNotEmpty()
                .doesNotContain("helm-test");
        assertThat(shop.books()
                        .number("shop_customer", "SELECT count(*) FROM customer WHERE first_name = 'Helm' AND staff"))
                .isZero();
    }

    @Test
    void saysWhatItCannotDo() {
        Map<String, String> wrong = new HashMap<>(told());
        wrong.put("CUSTOMER_PASSWORD", "wrong");

        assertThatThrownBy(() -> Setup.run(List.of("purchase", shop.gateway().toString()), new Environment(wrong)))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("customer cannot be written");
    }

    private Environment environment() {
        return new Environment(told());
    }

    private Map<String, String> told() {
        return Map.of(
                "POSTGRES_URL", shop.platform().jdbcUrl(""),
                "CUSTOMER_PASSWORD", shop.platform().secret("svc_customer.password"),
                "PAYMENT_PASSWORD", shop.platform().secret("svc_payment.password"));
    }
}
