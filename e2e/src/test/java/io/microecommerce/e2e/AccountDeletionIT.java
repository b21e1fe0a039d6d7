package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Json;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A customer is forgotten once nothing is open between them and the shop; what was earned and paid stays on the books. */
class AccountDeletionIT {

    private static final String ME = "/api/v1/customer/me";
    private static final long PRICE = 10_000;

    private final Shop shop = Shop.open();
    private final Visitor staff = shop.logIn(Shop.STAFF);

    @Test
    void whoNeverBoughtAnythingLeavesAtOnce() {
        Visitor customer = shop.newCustomer(0);
        String email = customer.email();
        customer.keepsAddress("Street", true);

        customer.delete(ME).expect(204);

        requireForgotten(customer, email);
    }

    @Test
    void openOrdersAndMoneyKeepTheAccountAndTheLedgersOutliveIt() {
        String sku = staff.offers(PRICE, 20);
        Visitor customer = shop.newCustomer(0);
        String email = customer.email();
        customer.keepsAddress("Secret Street 1", true);

        String unpaid = customer.orders(sku, 1);
        requireKept(customer, "CUSTOMER_HAS_OPEN_ORDERS");
        customer.cancels(unpaid).expect(200);
        shop.books().topUp(customer.id(), PRICE);
        requireKept(customer, "WALLET_NOT_EMPTY");
        assertThat(customer.get("/api/v1/order/" + unpaid).text("/shipping_address/street"))
                .isEqualTo("Secret Street 1");
        String paid = customer.orders(sku, 1);
        customer.pays(paid, Visitor.newKey()).expect(201);
        shop.settles("the last order of an account", paid);
        requireKept(customer, "CUSTOMER_HAS_OPEN_ORDERS");
        staff.ships(paid, "T-1").expect(200);
        requireKept(customer, "CUSTOMER_HAS_OPEN_ORDERS");
        staff.completes(paid).expect(200);
        customer.delete(ME).expect(204);

        requireForgotten(customer, email);
        assertThat(shop.books()
                        .number(
                                "shop_customer",
                                "SELECT count(*) FROM credit_entry WHERE customer_id = ? AND order_id = ?",
                                customer.id(),
                                paid))
                .isEqualTo(1);
        assertThat(shop.books()
                        .number(
                                "shop_payment",
                                "SELECT sum(amount_minor) FROM wallet_entry WHERE customer_id = ?",
                                customer.id()))
                .isZero();
        Answer order = staff.get("/api/v1/staff/order/" + paid).expect(200);
        assertThat(order.text("/status")).isEqualTo("COMPLETED");
        assertThat(order.body().hasNonNull("shipping_address")).isFalse();
        assertThat(order.body().toString()).doesNotContain("Secret Street");
        assertThat(shop.books().unbalanced()).isEmpty();
    }

    @Test
    void whoWorksHereStays() {
        Visitor appointed = staff.appoints(shop.newCustomer(0));

        assertThat(appointed.delete(ME).expect(403).code()).isEqualTo("FORBIDDEN");

        appointed.get(ME).expect(200);
    }

    @Test
    void theCodeOfWhoLeftRefersNobody() {
        Visitor customer = shop.newCustomer(0);
        String code = customer.get(ME).text("/referrer_code");
        customer.delete(ME).expect(204);

        Answer claim = shop.newCustomer(0).put(ME + "/referrer", Json.text("referrer_code", code));

        assertThat(claim.expect(422).code()).isEqualTo("REFERRER_UNKNOWN");
    }

    private static void requireKept(Visitor customer, String code) {
        assertThat(customer.delete(ME).expect(409).code()).isEqualTo(code);
        customer.get(ME).expect(200);
    }

    private void requireForgotten(Visitor customer, String email) {
        assertThat(customer.get(ME).expect(401).code()).isEqualTo("UNAUTHENTICATED");
        assertThat(shop.anonymous().logsIn(email, Visitor.PASSWORD).expect(401).code())
                .isEqualTo("LOGIN_FAILED");
        assertThat(staff.get("/api/v1/staff/customer?email=" + email)
                        .expect(404)
                        .code())
                .isEqualTo("CUSTOMER_NOT_FOUND");
        assertThat(shop.books()
                        .number(
                                "shop_customer",
                                "SELECT count(*) FROM customer WHERE lower(email) = lower(?) OR (id = ? AND first_name <> '')",
                                email,
                                customer.id()))
                .isZero();
        assertThat(shop.books()
                        .number("shop_customer", "SELECT count(*) FROM address WHERE customer_id = ?", customer.id()))
                .isZero();
        await("the e-mail is free again").atMost(Duration.ofSeconds(30)).untilAsserted(() -> shop.anonymous()
                .post(
                        "/api/v1/customer",
                        Json.text(
                                "email", email, "password", Visitor.PASSWORD, "first_name", "New", "last_name", "One"))
                .expect(201));
    }
}
