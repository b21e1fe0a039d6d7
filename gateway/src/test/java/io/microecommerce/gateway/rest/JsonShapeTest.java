package io.microecommerce.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.cart.CartLine;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.payment.PayCommand;
import io.microecommerce.api.payment.PaymentMethod;
import io.microecommerce.api.payment.PaymentView;
import io.microecommerce.api.payment.ProviderCallback;
import io.microecommerce.api.payment.RefundCommand;
import io.microecommerce.api.payment.RefundView;
import io.microecommerce.api.product.ProductQuery;
import io.microecommerce.api.product.ProductSort;
import io.microecommerce.gateway.FakeServices;
import io.microecommerce.gateway.Http.Answer;
import io.microecommerce.gateway.StorefrontTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;

/** The contract's field names, written out: a renamed record component must not pass unseen. */
class JsonShapeTest extends StorefrontTest {

    private static final String REFUND_PATH = "/api/v1/payment/pay-1/refund";
    private static final String REFUND_BODY = "{\"reason\": \"Torn.\"}";
    private static final String REFUND =
            """
            {"id": "refund-1", "payment_id": "pay-1", "order_id": "order-1", "status": "DONE",
             "amount": {"currency": "CNY", "minor": 8900}, "reason": "Torn.", "code": null, "detail": null,
             "created_at": "2026-01-02T03:04:05Z", "refunded_at": "2026-01-02T03:04:05Z",
             "done_at": "2026-01-02T03:04:05Z"}""";

    private static final String SKU =
            """
            {"id": "tee-red-m", "product_id": "tee", "version": 3, "title": "Tee", "attrs": [{"name": "colour", "value": "red"}],
             "assets": {"ppt": [{"src": "/img/tee.jpg"}], "thumbnail": {"src": "/img/tee.jpg"}},
             "price": {"currency": "CNY", "minor": 8900}, "limit_per_customer": 5, "for_sale": true,
             "stock": {"available": 97, "frozen": 1, "sold": 2}}""";
    private static final String PRODUCT =
            """
            {"id": "tee", "version": 3, "title": "Tee", "body": "A tee.", "category": "clothes",
             "assets": {"ppt": [{"src": "/img/tee.jpg"}], "thumbnail": {"src": "/img/tee.jpg"}},
             "variants": {"attrs": [{"name": "colour"}]}, "skus": [%s],
             "retired": false, "created_at": "2026-01-02T03:04:05Z"}"""
                    .formatted(SKU);
    private static final String ITEM =
            """
            {"sku_id": "tee-red-m", "quantity": 2, "valid": true, "title": "Tee",
             "price": {"currency": "CNY", "minor": 8900}, "attributes": [{"name": "colour", "value": "red"}],
             "thumbnail": {"src": "/img/tee.jpg"}, "stock": 97}""";

    private static void assertJson(Answer answer, int status, String expected) throws Exception {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        JSONAssert.assertEquals(expected, answer.body(), JSONCompareMode.STRICT);
    }

    @Test
    void registersACustomer() throws Exception {
        Answer answer = http.send(
                "POST",
                "/api/v1/customer",
                """
                {"email": "a@example.com", "password": "long enough", "first_name": "A", "last_name": "B",
                 "referrer_code": "BOB1"}""");
        assertJson(answer, 201, "{\"id\": \"alice\", \"referrer_code\": \"ALICE1\"}");
        assertThat(answer.header("Location")).isEqualTo("/api/v1/customer/me");
    }

    @Test
    void logsIn() {
        Answer answer = http.send(
                "POST", "/api/v1/session", "{\"email\": \"alice@example.com\", \"password\": \"demo-password\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("token", "expires_at", "refresh_token", "refresh_expires_at");
        assertThat(answer.json().get("expires_at").asString()).endsWith("Z");
        assertThat(answer.json().get("refresh_expires_at").asString()).isEqualTo("2026-01-03T03:04:05Z");
    }

    @Test
    void showsWhatIsTheCustomers() throws Exception {
        assertJson(
                http.get("/api/v1/customer/me", asCustomer()),
                200,
                """
                {"id": "alice", "email": "alice@example.com", "first_name": "Alice", "last_name": "A",
                 "referrer_code": "ALICE1", "staff": false, "created_at": "2026-01-02T03:04:05Z",
                 "updated_at": "2026-01-02T03:04:05Z"}""");
        assertJson(
                http.get("/api/v1/customer/me/balance", asCustomer()),
                200,
                """
                {"available": {"currency": "CNY", "minor": 1000000}, "frozen": {"currency": "CNY", "minor": 0},
                 "items": [{"cause": "pay-1", "kind": "PAYMENT", "amount": {"currency": "CNY", "minor": -8900},
                            "created_at": "2026-01-02T03:04:05Z"},
                           {"cause": "top-1", "kind": "TOP_UP", "amount": {"currency": "CNY", "minor": 1008900},
                            "created_at": "2026-01-02T03:04:05Z"}], "next": null}""");
        assertJson(
                http.get("/api/v1/customer/me/credit", asCustomer()),
                200,
                """
                {"points": 89, "next": null, "items": [{"order_id": "order-1", "payment_id": "pay-1", "points": 89,
                 "created_at": "2026-01-02T03:04:05Z"}]}""");
        assertJson(
                http.get("/api/v1/customer/me/commission", asCustomer()),
                200,
                """
                {"total": {"currency": "CNY", "minor": 445}, "next": null, "items": [{"order_id": "order-1",
                 "payment_id": "pay-1", "amount": {"currency": "CNY", "minor": 445}, "rate_basis_points": 500,
                 "created_at": "2026-01-02T03:04:05Z"}]}""");
        assertThat(services.asked).containsOnly("alice");
    }

    @Test
    void showsTheCatalogueToAnybody() throws Exception {
        assertJson(http.get("/api/v1/product/tee"), 200, PRODUCT);
        assertJson(http.get("/api/v1/sku/tee-red-m"), 200, SKU);
        assertJson(http.get("/api/v1/product"), 200, "{\"items\": [" + PRODUCT + "], \"next\": null}");
        assertJson(
                http.get("/api/v1/category"),
                200,
                """
                {"items": [{"id": "clothes", "version": 1, "name": "Clothes", "parent_id": null},
                           {"id": "tees", "version": 2, "name": "Tees", "parent_id": "clothes"}], "next": null}""");
    }

    @Test
    void searchesPageByPage() {
        services.more = true;
        Answer answer = http.get("/api/v1/product?q=red+tee&category=clothes&page=2&size=5");
        assertThat(answer.json().get("next").asString()).isEqualTo("3");
        assertThat(services.asked)
                .contains(new ProductQuery("red tee", "clothes", null, null, ProductSort.TITLE, false, 2, 5));
        http.get("/api/v1/product?q=&category=&min_price=&max_price=&sort=");
        assertThat(services.asked).contains(new ProductQuery("", null, null, null, ProductSort.TITLE, false, 0, 20));
    }

    @Test
    void searchesByPriceAndInAnOrder() {
        http.get("/api/v1/product?min_price=100&max_price=200&sort=price_asc");
        http.get("/api/v1/product?sort=price_desc&min_price=0");
        http.get("/api/v1/product?sort=newest");
        http.get("/api/v1/product?sort=title");
        assertThat(services.asked)
                .contains(
                        new ProductQuery(null, null, 100L, 200L, ProductSort.PRICE_ASCENDING, false, 0, 20),
                        new ProductQuery(null, null, 0L, null, ProductSort.PRICE_DESCENDING, false, 0, 20),
                        new ProductQuery(null, null, null, null, ProductSort.NEWEST, false, 0, 20),
                        new ProductQuery(null, null, null, null, ProductSort.TITLE, false, 0, 20));
    }

    @Test
    void namesVersionsAsTagsAndAnswersInFullAllTheSame() {
        for (String path : List.of("/api/v1/product/tee", "/api/v1/sku/tee-red-m")) {
            Answer answer = http.get(path, "If-None-Match", "\"3\"");
            assertThat(answer.header("ETag")).isEqualTo("\"3\"");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().get("version").asLong()).isEqualTo(3);
        }
    }

    @Test
    void keepsACart() throws Exception {
        assertJson(
                http.get("/api/v1/cart_item", asCustomer()),
                200,
                """
                {"items": [%s, {"sku_id": "gone", "quantity": 1, "valid": false, "title": null, "price": null,
                 "attributes": [], "thumbnail": null, "stock": 0}], "next": null}"""
                        .formatted(ITEM));
        assertJson(
                http.send("POST", "/api/v1/cart_item", "{\"sku_id\": \"tee-red-m\", \"quantity\": 2}", asCustomer()),
                200,
                ITEM);
        assertJson(http.send("PUT", "/api/v1/cart_item/tee-red-m", "{\"quantity\": 2}", asCustomer()), 200, ITEM);
        Answer removed = http.send("DELETE", "/api/v1/cart_item/tee-red-m", null, asCustomer());
        assertThat(removed.status()).isEqualTo(204);
        assertThat(services.asked).contains(new CartLine("tee-red-m", 2)).endsWith("alice", "tee-red-m");
        assertThat(http.send("DELETE", "/api/v1/cart_item", null, asCustomer()).status())
                .isEqualTo(204);
        assertThat(services.asked).endsWith("clear", "alice");
    }

    @Test
    void pays() throws Exception {
        String paid =
                """
                {"id": "pay-1", "order_id": "order-1", "status": "PAID",
                 "amount": {"currency": "CNY", "minor": 8900}, "code": null, "detail": null,
                 "created_at": "2026-01-02T03:04:05Z", "paid_at": "2026-01-02T03:04:05Z", "code_url": null,
                 "pay_until": null, "refund": null}""";
        Answer answer = http.send(
                "POST",
                "/api/v1/payment",
                "{\"order_id\": \"order-1\", \"method\": \"balance\"}",
                asCustomer("Idempotency-Key", "k1"));
        assertJson(answer, 201, paid);
        assertThat(answer.header("Location")).isEqualTo("/api/v1/payment/pay-1");
        assertThat(services.asked).containsExactly(new PayCommand("alice", "order-1", PaymentMethod.BALANCE, "k1"));
        assertJson(http.get("/api/v1/payment/pay-1", asCustomer()), 200, paid);
    }

    @Test
    void paysByWeChat() throws Exception {
        services.payment = new PaymentView(
                "pay-1",
                "order-1",
                PaymentView.Status.AWAITING_PROVIDER,
                new Money("CNY", 8_900),
                null,
                null,
                1,
                FakeServices.THEN,
                null,
                "weixin://wxpay/bizpayurl?pr=1",
                FakeServices.THEN,
                null);

        assertJson(
                http.send(
                        "POST",
                        "/api/v1/payment",
                        "{\"order_id\": \"order-1\", \"method\": \"wechat\"}",
                        asCustomer("Idempotency-Key", "k1")),
                202,
                """
                {"id": "pay-1", "order_id": "order-1", "status": "AWAITING_PROVIDER",
                 "amount": {"currency": "CNY", "minor": 8900}, "code": null, "detail": null,
                 "created_at": "2026-01-02T03:04:05Z", "paid_at": null, "code_url": "weixin://wxpay/bizpayurl?pr=1",
                 "pay_until": "2026-01-02T03:04:05Z", "refund": null}""");
        assertThat(services.asked).containsExactly(new PayCommand("alice", "order-1", PaymentMethod.WECHAT, "k1"));
    }

    @Test
    void givesAPaymentBack() throws Exception {
        Answer answer = http.send("POST", REFUND_PATH, REFUND_BODY, asCustomer("Idempotency-Key", "k1"));

        assertJson(answer, 201, REFUND);
        assertThat(answer.header("Location")).isEqualTo(REFUND_PATH);
        assertJson(http.get(REFUND_PATH, asCustomer()), 200, REFUND);
        assertThat(services.asked)
                .containsExactly(new RefundCommand("pay-1", "alice", false, "Torn.", "k1"), "pay-1", "alice");
    }

    @Test
    void givesAnybodysPaymentBackForTheStaff() throws Exception {
        assertJson(http.send("POST", REFUND_PATH, REFUND_BODY, asStaff("Idempotency-Key", "k2")), 201, REFUND);
        assertJson(http.get(REFUND_PATH, asStaff()), 200, REFUND);
        assertThat(services.asked)
                .containsExactly(new RefundCommand("pay-1", "staff", true, "Torn.", "k2"), "pay-1", "null");
    }

    @Test
    void tellsHowFarARefundIs() throws Exception {
        services.refund = FakeServices.refund(RefundView.Status.UNDER_WAY, null, null);
        assertThat(refund().status()).isEqualTo(202);

        services.refund = FakeServices.refund(RefundView.Status.PROCESSING, null, null);
        assertThat(refund().status()).isEqualTo(202);

        services.refund = FakeServices.refund(RefundView.Status.REFUSED, "ORDER_CHANGED", "It was shipped.");
        assertThat(refund().status()).isEqualTo(422);
        assertThat(refund().code()).isEqualTo("ORDER_CHANGED");

        services.refund = FakeServices.refund(RefundView.Status.FAILED, null, null);
        assertThat(refund().status()).isEqualTo(503);
        assertThat(refund().code()).isEqualTo("REFUND_NOT_COMPLETED");
    }

    private Answer refund() throws Exception {
        return http.send("POST", REFUND_PATH, REFUND_BODY, asCustomer("Idempotency-Key", "k"));
    }

    @Test
    void topsUpTheWallet() throws Exception {
        String topUp =
                """
                {"id": "top-up-1", "status": "AWAITING_PROVIDER", "amount": {"currency": "CNY", "minor": 8900},
                 "code_url": "weixin://wxpay/bizpayurl?pr=1", "pay_until": "2026-01-02T03:04:05Z",
                 "created_at": "2026-01-02T03:04:05Z", "credited_at": null}""";
        Answer answer = http.send(
                "POST",
                "/api/v1/customer/me/top_up",
                "{\"amount\": {\"currency\": \"CNY\", \"minor\": 8900}}",
                asCustomer("Idempotency-Key", "k1"));
        assertJson(answer, 202, topUp);
        assertThat(answer.header("Location")).isEqualTo("/api/v1/customer/me/top_up/top-up-1");
        assertJson(http.get("/api/v1/customer/me/top_up/top-up-1", asCustomer()), 200, topUp);
    }

    @Test
    void showsStaffTheProvidersStatements() throws Exception {
        String statement =
                """
                "date": "2026-01-01", "compared_at": "2026-01-02T03:04:05Z", "lines": 3, "attempts": 1, "last_error": null,
                "open": 1, "found": 2""";
        String difference =
                """
                {"id": "7", "kind": "MISSING_THERE", "subject": "payment-1", "there": "nothing", "here": "SPENT",
                 "found_at": "2026-01-02T03:04:05Z", "paged_at": null, "resolved_at": null, "resolved_by": null, "reason": null}""";
        assertJson(
                http.get("/api/v1/staff/statement", asStaff()),
                200,
                "{\"items\": [{" + statement + "}], \"next\": \"2026-01-01\"}");
        assertJson(
                http.get("/api/v1/staff/statement/2026-01-01", asStaff()),
                200,
                "{" + statement + ", \"differences\": [" + difference + "]}");
        assertJson(
                http.send(
                        "POST",
                        "/api/v1/staff/statement/2026-01-01/difference/7/resolve",
                        "{\"reason\": \"Paid by hand.\"}",
                        asStaff()),
                200,
                difference);
        assertThat(services.asked.toString()).contains("Paid by hand.");
        assertThat(http.get("/api/v1/staff/statement/2026-1-1", asStaff()).status())
                .isEqualTo(400);
        assertThat(http.get("/api/v1/staff/statement/2026-02-30", asStaff()).status())
                .isEqualTo(400);
    }

    @Test
    void passesTheProvidersBytesOnAsTheyCame() throws Exception {
        String body = "{\"id\" :  \"\u4e8b\"}\n";

        Answer answer = http.send(
                "POST",
                "/api/v1/payment/wechatpay/callback",
                body,
                "Wechatpay-Serial",
                "PUB_KEY_ID_1",
                "Wechatpay-Timestamp",
                "1700000000",
                "Wechatpay-Nonce",
                "nonce",
                "Wechatpay-Signature",
                "c2ln");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(services.asked)
                .containsExactly(new ProviderCallback(
                        body.getBytes(StandardCharsets.UTF_8), "PUB_KEY_ID_1", "1700000000", "nonce", "c2ln"));
    }

    @Test
    void tellsTheHealthOfThePlatform() throws Exception {
        String up = "{\"status\": \"UP\"}";
        assertJson(
                http.get("/health"),
                200,
                """
                {"status": "UP", "components": {"svc-cart": %s, "svc-customer": %s, "svc-order": %s,
                 "svc-payment": %s, "svc-product": %s, "nacos": %s}}"""
                        .formatted(up, up, up, up, up, up));
    }
}
