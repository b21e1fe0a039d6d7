package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.e2e.OwnersThings.Caller;
import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what, with whose things: every operation of the API, tried by everybody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnershipIT {

    /**
     * What each is answered. The things in braces are the owner's, see {@link OwnersThings}; each operation that uses something
     * up has one of its own. With a star, callers are new ones, because they do not outlive the operation.
     */
    private static final String TABLE =
            """
            #      operation                                        anonymous owner other staff body
              GET    /api/v1/product                                     200 200 200 200
              GET    /api/v1/product/{product}                           200 200 200 200
              GET    /api/v1/category                                    200 200 200 200
              GET    /api/v1/sku/{sku}                                   200 200 200 200
              POST   /api/v1/product                                     401 403 403 201 {"title":"Test","body":"","category":"home","assets":{assets},"variants":{"attrs":[]}}
              PUT    /api/v1/product/{product_to_change}                 401 403 403 200 {"title":"Test changed","body":"","category":"home","assets":{assets},"variants":{"attrs":[]},"version":{version}}
              DELETE /api/v1/product/{product_to_retire}                 401 403 403 204
              POST   /api/v1/product/{product_to_extend}/sku             401 403 403 201 {"attrs":[],"price":{"currency":"CNY","minor":1}}
              PUT    /api/v1/sku/{sku_to_change}                         401 403 403 200 {"attrs":[],"price":{"currency":"CNY","minor":2},"version":{sku_version}}
              POST   /api/v1/category                                    401 403 403 201 {"name":"Test"}
              PUT    /api/v1/category/{category}                         401 403 403 200 {"name":"Test changed","version":{category_version}}
              DELETE /api/v1/category/{category_to_remove}               401 403 403 204
              GET    /api/v1/staff/product                               401 403 403 200
              GET    /api/v1/staff/product/{product}                     401 403 403 200
              POST   /api/v1/staff/product/import                        401 403 403 200 {ndjson}
              POST   /api/v1/sku/{sku}/receipt                           401 403 403 201 {"quantity":1}
              POST   /api/v1/sku/{sku}/correction                        401 403 403 201 {"quantity":-1,"reason":"test"}
              GET    /api/v1/sku/{sku}/movement                          401 403 403 200
              PUT    /api/v1/sku/{sku}/low_stock_threshold               401 403 403 204 {"threshold":1}
              GET    /api/v1/staff/sku/low_stock                         401 403 403 200

              POST   /api/v1/customer                                    201 201 201 201 {"email":"{new_email}","password":"demo-password","first_name":"Test","last_name":"Customer"}
              POST   /api/v1/session                                     200 200 200 200 {"email":"{email}","password":"demo-password"}
            * POST   /api/v1/session/refresh                             200 200 200 200 {"refresh_token":"{refresh_token}"}
            * DELETE /api/v1/session                                     401 204 204 204
              GET    /.well-known/jwks.json                              200 200 200 200
              POST   /api/v1/password_reset                              202 202 202 202 {"email":"nobody@example.com"}
              POST   /api/v1/password_reset/confirm                      422 422 422 422 {"token":"no-such-token","password":"demo-password"}
              GET    /api/v1/customer/me                                 401 200 200 200
              PUT    /api/v1/customer/me                                 401 200 200 200 {"first_name":"Test","last_name":"Customer"}
            * DELETE /api/v1/customer/me                                 401 204 204 403
            * PUT    /api/v1/customer/me/password                        401 204 204 204 {"current_password":"demo-password","password":"another-password"}
            * PUT    /api/v1/customer/me/referrer                        401 200 200 200 {"referrer_code":"{referrer_code}"}
              GET    /api/v1/customer/me/balance                         401 200 200 200
              POST   /api/v1/customer/me/top_up                          401 400 400 400 {"amount":{"currency":"CNY","minor":0}}
              GET    /api/v1/customer/me/top_up/{payment}                401 404 404 404
              GET    /api/v1/customer/me/credit                          401 200 200 200
              GET    /api/v1/customer/me/commission                      401 200 200 200
              GET    /api/v1/customer/me/address                         401 200 200 200
              POST   /api/v1/customer/me/address                         401 201 201 201 {address}
              GET    /api/v1/customer/me/address/{address_id}            401 200 404 404
              PUT    /api/v1/customer/me/address/{address_id}            401 200 404 404 {address}
              DELETE /api/v1/customer/me/address/{address_to_remove}     401 204 404 404
              GET    /api/v1/staff/customer?email={email}                401 403 403 200
              PUT    /api/v1/staff/customer/{somebody}/role              401 403 403 200 {"staff":false}

              GET    /api/v1/cart_item                                   401 200 200 200
              POST   /api/v1/cart_item                                   401 200 200 200 {"sku_id":"{sku}","quantity":1}
              PUT    /api/v1/cart_item/{sku_in_cart}                     401 200 200 200 {"quantity":2}
              DELETE /api/v1/cart_item/{sku_in_cart}                     401 204 204 204
              POST   /api/v1/order/cart                                  401 201 201 201 {"sku_ids":["{sku_to_order}"]}
              DELETE /api/v1/cart_item                                   401 204 204 204

              POST   /api/v1/order/product                               401 201 201 201 {"sku_id":"{sku}","quantity":1}
              GET    /api/v1/order                                       401 200 200 200
              GET    /api/v1/order/{order}                               401 200 404 404
              GET    /api/v1/order/{order}/timeline                      401 200 404 200
              GET    /api/v1/order/{order}/progress                      401 200 404 200
              POST   /api/v1/order/{order_to_cancel}/cancel              401 200 404 404
              PUT    /api/v1/order/{order_to_redirect}/address           401 200 404 404 {"address":{address}}
              POST   /api/v1/order/{order_to_ship}/ship                  401 403 403 200 {"carrier":"SF Express","tracking_number":"T-1"}
              POST   /api/v1/order/{order_to_complete}/complete          401 403 403 200
              GET    /api/v1/staff/order                                 401 403 403 200
              GET    /api/v1/staff/order/{order}                         401 403 403 200

              POST   /api/v1/payment                                     401 201 404 404 {"order_id":"{order_to_pay}","method":"balance"}
              GET    /api/v1/payment/{payment}                           401 200 404 404
              POST   /api/v1/payment/{payment_to_refund}/refund          401 409 404 201 {"reason":"test"}
              GET    /api/v1/payment/{payment_to_refund}/refund          401 200 404 200
              POST   /api/v1/payment/wechatpay/callback                  401 401 401 401 {"id":"forged"}

              GET    /api/v1/staff/notification                          401 403 403 200
              POST   /api/v1/staff/notification/{notification}/read      401 403 403 200
              GET    /api/v1/staff/dead_letter                           401 403 403 200
              GET    /api/v1/staff/dead_letter/{letter}                  401 403 403 200
              POST   /api/v1/staff/dead_letter/redrive                   401 403 403 200 {"ids":["{letter}"]}
              POST   /api/v1/staff/dead_letter/{letter}/redrive          401 403 403 200 {"reason":"test"}
              POST   /api/v1/staff/dead_letter/{letter}/discard          401 403 403 200 {"reason":"test"}

              GET    /api/v1/staff/invariant                             401 403 403 200
              GET    /api/v1/staff/transaction                           401 403 403 200
              GET    /api/v1/staff/transaction/{xid}                     401 403 403 200
              POST   /api/v1/staff/transaction/{xid}/resolve             401 403 403 404 {"expected":{"svc-order":"TRIED"},"action":"CANCEL","dry_run":true,"reason":"test"}

              GET    /api/v1/staff/statement                             401 403 403 200
              GET    /api/v1/staff/statement/{statement}                 401 403 403 200
              POST   /api/v1/staff/statement/{statement}/difference/{difference}/resolve 401 403 403 200 {"reason":"test"}

              GET    /api/v1/staff/link                                  401 403 403 200
            """;

    private static final Pattern ROW = Pattern.compile(
            "(?<star>[* ]) (?<method>[A-Z]+) +(?<path>\\S+) +(?<anonymous>\\d{3}) (?<owner>\\d{3}) (?<other>\\d{3}) (?<staff>\\d{3}) ?(?<body>.*)");

    private final Shop shop = Shop.open();
    private final OwnersThings things = new OwnersThings(shop);

    /** One line of the table. */
    record Row(boolean usesCallerUp, String method, String path, Map<String, Integer> expected, String body) {

        /** As the API's own document names it, but for the names in braces. */
        String operation() {
            return method + " " + anyName(path.replaceAll("\\?.*", ""));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void eachIsAnsweredAsTheTableSays(Row row) {
        List<String> wrong = new ArrayList<>();
        // The owner comes last: what they use up must have been refused to the others while it was there.
        for (String role : List.of("anonymous", "other", "staff", "owner")) {
            Caller caller = row.usesCallerUp() ? things.newCaller(role) : things.caller(role);
            Answer answer = send(row, caller);
            int expected = row.expected().get(role);
            if (answer.status() != expected) {
                wrong.add(role + " expected " + expected + ", got " + answer.status() + " " + answer.body());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theTableNamesEveryOperationAndNoOther() {
        Set<String> documented = new TreeSet<>();
        shop.anonymous().get("/v3/api-docs").expect(200).body().at("/paths").properties().stream()
                .filter(path ->
                        path.getKey().startsWith("/api/") || path.getKey().startsWith("/.well-known/"))
                .forEach(path -> path.getValue().propertyNames().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT))
                        .filter(Set.of("GET", "POST", "PUT", "DELETE", "PATCH")::contains)
                        .forEach(method -> documented.add(method + " " + anyName(path.getKey()))));

        assertThat(rows().map(Row::operation).toList())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(documented);
    }

    static Stream<Row> rows() {
        return TABLE.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(OwnershipIT::row);
    }

    private static Row row(String line) {
        Matcher row = ROW.matcher(line);
        if (!row.matches()) {
            throw new IllegalArgumentException("Not a row of the table: " + line);
        }
        Map<String, Integer> expected = Map.of(
                "anonymous", Integer.valueOf(row.group("anonymous")),
                "owner", Integer.valueOf(row.group("owner")),
                "other", Integer.valueOf(row.group("other")),
                "staff", Integer.valueOf(row.group("staff")));
        return new Row(
                row.group("star").equals("*"), row.group("method"), row.group("path"), expected, row.group("body"));
    }

    private Answer send(Row row, Caller caller) {
        String body = row.body().isEmpty() ? null : things.fillIn(row.body(), caller);
        String type = row.path().endsWith("/import") ? "application/x-ndjson" : "application/json";
        Map<String, String> headers = body == null
                ? Map.of("Idempotency-Key", Visitor.newKey())
                : Map.of("Idempotency-Key", Visitor.newKey(), "Content-Type", type);
        return caller.visitor().send(row.method(), things.fillIn(row.path(), caller), body, headers);
    }

    private static String anyName(String path) {
        return path.replaceAll("\\{[^}]+}", "{}");
    }
}
