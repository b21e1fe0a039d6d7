package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The purchase that the project exists for, from the login to the last consumer. */
class PurchaseIT {

    private static final String TEE = "tee-red-m";
    private static final long TEE_PRICE = 8_900;

    private final Shop shop = Shop.open();

    @Test
    void aCustomerBuysFromTheCartAndEverybodyHearsOfIt() {
        Visitor alice = shop.logIn(Shop.ALICE);
        Visitor bob = shop.logIn(Shop.BOB);
        Visitor staff = shop.logIn(Shop.STAFF);
        long wallet = alice.get("/api/v1/customer/me/balance").expect(200).number("/available/minor");
        long commission = bob.get("/api/v1/customer/me/commission").expect(200).number("/total/minor");
        long points = alice.get("/api/v1/customer/me/credit").expect(200).number("/points");
        Answer before = alice.get("/api/v1/sku/" + TEE).expect(200);
        assertThat(before.number("/price/minor")).isEqualTo(TEE_PRICE);

        alice.post("/api/v1/cart_item", "{\"sku_id\":\"%s\",\"quantity\":1}".formatted(TEE));
        Answer item = alice.post("/api/v1/cart_item", "{\"sku_id\":\"%s\",\"quantity\":1}".formatted(TEE));
        assertThat(item.number("/quantity")).isEqualTo(2);
        assertThat(item.body().at("/valid").asBoolean()).isTrue();
        String orderId = alice.post("/api/v1/order/cart", "{}", Visitor.newKey())
                .expect(201)
                .text("/id");
        assertThat(alice.get("/api/v1/cart_item").expect(200).body().at("/items"))
                .isEmpty();
        assertThat(alice.get("/api/v1/order/" + orderId).text("/status")).isEqualTo("PENDING_PAYMENT");

        Answer payment = alice.pays(orderId, Visitor.newKey()).expect(201);

        assertThat(payment.text("/status")).isEqualTo("PAID");
        assertThat(alice.get("/api/v1/payment/" + payment.text("/id"))
                        .expect(200)
                        .text("/status"))
                .isEqualTo("PAID");
        assertThat(alice.get("/api/v1/order/" + orderId).text("/status")).isEqualTo("PAID");
        shop.settles("a purchase from the cart", orderId);
        assertThat(alice.get("/api/v1/customer/me/balance").number("/available/minor"))
                .isEqualTo(wallet - 2 * TEE_PRICE);
        Answer after = alice.get("/api/v1/sku/" + TEE);
        assertThat(after.number("/stock/available")).isEqualTo(before.number("/stock/available") - 2);
        assertThat(after.number("/stock/sold")).isEqualTo(before.number("/stock/sold") + 2);
        assertThat(after.number("/stock/frozen")).isEqualTo(before.number("/stock/frozen"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(alice.get("/api/v1/customer/me/credit").number("/points"))
                    .isEqualTo(points + 178);
            assertThat(bob.get("/api/v1/customer/me/commission").number("/total/minor"))
                    .isEqualTo(commission + 890);
            assertThat(staff.get("/api/v1/staff/notification")
                            .expect(200)
                            .body()
                            .at("/items")
                            .findValuesAsString("order_id"))
                    .contains(orderId);
        });
    }

    @Test
    void aCustomerBuysOneProductPastTheCart() {
        Visitor customer = shop.newCustomer(TEE_PRICE);

        String orderId = customer.orders(TEE, 1);
        customer.pays(orderId, Visitor.newKey()).expect(201);

        shop.settles("a purchase past the cart", orderId);
        assertThat(customer.get("/api/v1/customer/me/balance").number("/available/minor"))
                .isZero();
        assertThat(customer.get("/api/v1/order").expect(200).text("/items/0/id"))
                .isEqualTo(orderId);
    }

    @Test
    void aVisitorBrowses() {
        Visitor visitor = shop.anonymous();

        assertThat(visitor.get("/api/v1/category").expect(200).body().at("/items"))
                .isNotEmpty();
        Answer page = visitor.get("/api/v1/product?size=2").expect(200);
        assertThat(page.body().at("/items")).hasSize(2);
        assertThat(page.text("/next")).isNotBlank();
        Answer product =
                visitor.get("/api/v1/product/" + page.text("/items/0/id")).expect(200);
        assertThat(product.text("/title")).isNotBlank();
        assertThat(product.body().at("/skus")).isNotEmpty();
    }
}
