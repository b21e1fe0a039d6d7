package io.microecommerce.setup;

import io.microecommerce.local.process.CannotStartException;
import io.microecommerce.local.process.Environment;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Buys something in a platform that has nothing yet: registers a customer, offers a product, fills the customer's wallet, orders and
 * pays. Every step goes through the gateway but two, which nobody could do yet in a new shop: the customer is made a member of staff for the
 * time being, and the money is entered as a top-up. The product is taken off sale again; the customer and the paid order stay.
 *
 * <p>A category that holds a product, even one off sale, cannot be removed, and shoppers see it. So the product goes into a category that
 * the shop has already, and only a shop that has none is given one.
 */
final class Purchase {

    private static final Pattern FIRST_ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");
    private static final String OWN_CATEGORY = "helm-test";
    private static final String DELIVERY =
            """
            {"recipient": "Helm Test", "phone": "+86 10 1234 5678", "country": "CN", "city": "Beijing",
             "street": "Chang-an Avenue 1", "postal_code": "100000"}""";

    private final Storefront shop;
    private final Environment environment;

    /** Takes POSTGRES_URL, up to the database's name, CUSTOMER_PASSWORD and PAYMENT_PASSWORD. */
    Purchase(Storefront shop, Environment environment) {
        this.shop = shop;
        this.environment = environment;
    }

    String run() throws InterruptedException {
        String health = shop.awaitHealth();
        String mark = "helm-test-" + UUID.randomUUID();
        String email = mark + "@example.com";
        String password = UUID.randomUUID().toString();
        String customer = shop.post(
                        "/api/v1/customer",
                        "",
                        "",
                        "{\"email\": \"%s\", \"password\": \"%s\", \"first_name\": \"Helm\", \"last_name\": \"Test\"}"
                                .formatted(email, password))
                .expect(201, "a registration")
                .field("id");
        staff(customer, true);
        String staff = login(email, password);
        staff(customer, false);
        String sku = offer(mark, staff);
        try {
            return health + "; bought and paid order " + buy(mark, customer, sku, login(email, password));
        } finally {
            shop.delete("/api/v1/product/" + mark, staff);
        }
    }

    private String buy(String mark, String customer, String sku, String token) throws InterruptedException {
        fillWallet(mark, customer);
        String order = shop.post(
                        "/api/v1/order/product",
                        token,
                        "order-" + mark,
                        "{\"sku_id\": \"%s\", \"quantity\": 1, \"address\": %s}".formatted(sku, DELIVERY))
                .expect(201, "an order")
                .field("id");
        Storefront.Answer payment = shop.post(
                "/api/v1/payment",
                token,
                "pay-" + mark,
                "{\"order_id\": \"%s\", \"method\": \"balance\"}".formatted(order));
        if (payment.status() != 202) {
            payment.expect(201, "a payment");
        }
        shop.await(
                "/api/v1/payment/" + payment.field("id"), token, it -> it.body().contains("\"PAID\""));
        shop.await("/api/v1/order/" + order, token, it -> it.body().contains("\"PAID\""));
        // The message has done its work too: the customer has credit for this order.
        shop.await("/api/v1/customer/me/credit", token, it -> it.body().contains(order));
        return order;
    }

    /** @return the SKU that can be bought */
    private String offer(String mark, String staff) throws InterruptedException {
        String sku = mark + "-s";
        shop.post(
                        "/api/v1/product",
                        staff,
                        "",
                        """
                        {"id": "%s", "title": "Bought by helm test", "body": "Nobody sees it for long.", "category": "%s",
                         "assets": {"ppt": [], "thumbnail": {"src": "/pictures/none.svg"}},
                         "variants": {"attrs": [{"name": "size"}]},
                         "skus": [{"id": "%s", "attrs": [{"name": "size", "value": "S"}],
                                   "price": {"currency": "CNY", "minor": 100}}]}"""
                                .formatted(mark, category(staff), sku))
                .expect(201, "a product");
        shop.post("/api/v1/sku/" + sku + "/receipt", staff, "receipt-" + mark, "{\"quantity\": 1}")
                .expect(201, "a receipt");
        return sku;
    }

    private String category(String staff) throws InterruptedException {
        Storefront.Answer all = shop.await("/api/v1/category", "", answer -> answer.status() == 200);
        Matcher first = FIRST_ID.matcher(all.body());
        if (first.find()) {
            return first.group(1);
        }
        // Called as a shop would call it, for it stays until the staff name it otherwise.
        shop.post("/api/v1/category", staff, "", "{\"id\": \"%s\", \"name\": \"New\"}".formatted(OWN_CATEGORY))
                .expect(201, "a category");
        return OWN_CATEGORY;
    }

    private String login(String email, String password) throws InterruptedException {
        return shop.post(
                        "/api/v1/session",
                        "",
                        "",
                        "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password))
                .expect(200, "a login")
                .field("token");
    }

    private void staff(String customer, boolean isStaff) {
        update("customer", "CUSTOMER_PASSWORD", "UPDATE customer SET staff = " + isStaff + " WHERE id = ?", customer);
    }

    private void fillWallet(String mark, String customer) {
        update(
                "payment",
                "PAYMENT_PASSWORD",
                """
                WITH filled AS (
                    INSERT INTO wallet (customer_id, currency, available_minor) VALUES (?, 'CNY', 100)
                    ON CONFLICT (customer_id) DO UPDATE SET available_minor = wallet.available_minor + 100
                    RETURNING customer_id)
                INSERT INTO wallet_entry (cause, kind, customer_id, amount_minor)
                SELECT ?, 'TOP_UP', customer_id, 100 FROM filled""",
                customer,
                mark);
    }

    private void update(String database, String password, String sql, String... values) {
        try (Connection connection = DriverManager.getConnection(
                        environment.text("POSTGRES_URL") + "shop_" + database,
                        "svc_" + database,
                        environment.text(password));
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            if (statement.executeUpdate() != 1) {
                throw new CannotStartException("nothing changed in " + database);
            }
        } catch (SQLException failed) {
            throw new CannotStartException(database + " cannot be written: " + failed.getMessage(), failed);
        }
    }
}
