package io.microecommerce.e2e;

import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Json;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A customer who has one of everything, and the others who would like to lay hands on it. */
final class OwnersThings {

    private static final Pattern NAME = Pattern.compile("\\{([a-z_]+)}");

    private final Shop shop;
    private final Visitor admin;
    private final Map<String, Caller> callers;
    private final Map<String, String> things = new HashMap<>();

    OwnersThings(Shop shop) {
        this.shop = shop;
        this.admin = shop.logIn(Shop.STAFF);
        Visitor owner = shop.newCustomer(1_000_000);
        Visitor other = shop.newCustomer(1_000_000);
        Visitor staff = admin.appoints(shop.newCustomer(1_000_000));
        this.callers = Map.of(
                "anonymous", new Caller(shop.anonymous(), ""),
                "owner", new Caller(owner, ""),
                "other", new Caller(other, ""),
                "staff", new Caller(staff, ""));
        stockTheShop();
        fillCarts(List.of(owner, other, staff));
        order(owner);
    }

    /**
     * Somebody who tries an operation.
     *
     * @param refreshToken of their session, where a test may use it up; empty otherwise
     */
    record Caller(Visitor visitor, String refreshToken) {}

    Caller caller(String role) {
        return callers.get(role);
    }

    /** Somebody in that role whom nobody needs afterwards. */
    Caller newCaller(String role) {
        Visitor customer = shop.newCustomer(0);
        Visitor known = role.equals("staff") ? admin.appoints(customer) : customer;
        Answer session = known.logsIn(known.email(), Visitor.PASSWORD).expect(200);
        Visitor caller = role.equals("anonymous") ? shop.anonymous() : known.withToken(session.text("/token"));
        return new Caller(caller, session.text("/refresh_token"));
    }

    /** Puts the things in place of their names in braces. */
    String fillIn(String template, Caller caller) {
        return NAME.matcher(template)
                .replaceAll((MatchResult name) -> Matcher.quoteReplacement(thing(name.group(1), caller)));
    }

    private String thing(String name, Caller caller) {
        return switch (name) {
            case "refresh_token" -> caller.refreshToken();
            case "new_email" -> "new-" + Visitor.newKey() + "@example.com";
            case "address" -> Json.text(Json.address("Street"));
            case "assets" -> "{\"ppt\":[],\"thumbnail\":{\"src\":\"/pictures/test.svg\"}}";
            case "ndjson" -> {
                Map<String, Object> product = Json.product("Test import", "home");
                product.put("id", "test-" + Visitor.newKey());
                product.put("skus", List.of(Json.sku("test-" + Visitor.newKey(), 1)));
                yield Json.text(product);
            }
            default -> {
                String thing = things.get(name);
                if (thing == null) {
                    throw new IllegalArgumentException("The owner has no " + name);
                }
                yield thing;
            }
        };
    }

    private void stockTheShop() {
        for (String name : List.of("sku", "sku_to_change", "sku_in_cart", "sku_to_order")) {
            things.put(name, admin.offers(1_000, 100));
        }
        for (String name : List.of("product", "product_to_change", "product_to_retire", "product_to_extend")) {
            things.put(name, admin.offers(1_000, 0));
        }
        things.put("version", versionAt("/api/v1/staff/product/" + things.get("product_to_change")));
        things.put("sku_version", versionAt("/api/v1/sku/" + things.get("sku_to_change")));
        for (String name : List.of("category", "category_to_remove")) {
            Answer category =
                    admin.post("/api/v1/category", "{\"name\":\"Test\"}").expect(201);
            things.put(name, category.text("/id"));
            things.put(name + "_version", category.text("/version"));
        }
    }

    private String versionAt(String path) {
        return admin.get(path).expect(200).text("/version");
    }

    private void fillCarts(List<Visitor> visitors) {
        for (Visitor visitor : visitors) {
            visitor.adds(things.get("sku_in_cart"), 1).expect(200);
            visitor.adds(things.get("sku_to_order"), 1).expect(200);
        }
    }

    private void order(Visitor owner) {
        Visitor somebody = shop.newCustomer(0);
        things.put("somebody", somebody.id());
        things.put(
                "referrer_code", somebody.get("/api/v1/customer/me").expect(200).text("/referrer_code"));
        things.put("email", owner.email());
        things.put("address_id", owner.keepsAddress("Street", true));
        things.put("address_to_remove", owner.keepsAddress("Other Street", false));
        String sku = things.get("sku");
        for (String name : List.of("order_to_cancel", "order_to_redirect", "order_to_pay")) {
            things.put(name, owner.orders(sku, 1));
        }
        for (String name : List.of("order_to_refund", "order", "order_to_ship", "order_to_complete")) {
            String orderId = owner.orders(sku, 1);
            things.put(name, orderId);
            String payment = owner.pays(orderId, Visitor.newKey()).expect(201).text("/id");
            things.put("payment", payment);
            things.putIfAbsent("payment_to_refund", payment);
            shop.settles(name, orderId);
        }
        things.put(
                "xid",
                shop.books().text("shop_payment", "SELECT xid FROM payment WHERE id = ?", things.get("payment")));
        admin.ships(things.get("order_to_complete"), "T-1").expect(200);
        String order = things.get("order");
        await("the notification").atMost(Duration.ofSeconds(30)).until(() -> !admin.notifications("order_id", order)
                .isEmpty());
        things.put(
                "notification",
                admin.notifications("order_id", order).get(0).path("id").asString());
        things.put("letter", "svc-customer_" + deadLetter());
        things.put("statement", "2020-01-01");
        things.put("difference", difference(things.get("statement")));
    }

    /** One that WeChat Pay cannot explain either. */
    private String difference(String day) {
        String subject = Visitor.newKey();
        shop.books()
                .change(
                        "shop_payment",
                        "INSERT INTO provider_statement (day, compared_at, next_try_at) VALUES (CAST(? AS date), now(), NULL)",
                        day);
        shop.books()
                .change(
                        "shop_payment",
                        """
                        INSERT INTO statement_difference (day, kind, subject, there, here)
                        VALUES (CAST(? AS date), 'MISSING_HERE', ?, 'DONE', 'nothing')""",
                        day,
                        subject);
        return Long.toString(
                shop.books().number("shop_payment", "SELECT id FROM statement_difference WHERE subject = ?", subject));
    }

    /** One that no redrive settles, so that everybody finds it as it was. */
    private String deadLetter() {
        String id = Visitor.newKey();
        shop.books()
                .change(
                        "shop_customer",
                        """
                        INSERT INTO dead_letter (id, consumer_group, message_id, topic, body, body_bytes, deliveries, born_at)
                        VALUES (?, 'svc-customer-credit', ?, 'order-events', 'no event', 8, 9, now())""",
                        id,
                        id);
        return id;
    }
}
