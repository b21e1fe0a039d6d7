package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Json;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every number that a route takes: at its bounds it is taken, beyond them it is refused in words, and nothing ever breaks. */
class PropertiesIT {

    /** In the place of this the values are put. */
    private static final String NUMBER = "NUMBER";

    private static final List<String> NEVER = List.of(
            "1.5",
            "1e400",
            "\"1\"",
            "true",
            "[]",
            "{}",
            "-1000001",
            "-9223372036854775808",
            "-9223372036854775809",
            "9223372036854775808");

    private final Shop shop = Shop.open();

    /** A new one each time, for one alone would send more a second than anybody may. */
    private final Visitor staff = shop.logIn(Shop.STAFF).appoints(shop.newCustomer(0));

    @AfterEach
    void theBooksHold() {
        assertThat(shop.books().unbalanced()).isEmpty();
    }

    /** {@code max} is the largest value that is taken, {@code also} are others of the tried ones that are taken, too. */
    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # operation                            | max                 | body                                                                      | also
                    POST /api/v1/cart_item                 | 999                 | {"sku_id":"{sku}","quantity":NUMBER}                                      |
                    PUT /api/v1/cart_item/{sku}            | 999                 | {"quantity":NUMBER}                                                       |
                    POST /api/v1/order/product             | 999                 | {"sku_id":"{sku}","quantity":NUMBER}                                      |
                    POST /api/v1/sku/{sku}/receipt         | 1000000             | {"quantity":NUMBER}                                                       |
                    POST /api/v1/sku/{sku}/correction      | 1000000             | {"quantity":NUMBER,"reason":"test"}                                       | -1
                    POST /api/v1/staff/dead_letter/redrive | 100                 | {"group":"no-such-group","limit":NUMBER}                                  | null
                    PUT /api/v1/sku/{sku}/low_stock_threshold | 1000000          | {"threshold":NUMBER}                                                      | 0 null
                    POST /api/v1/product/{sku}/sku         | 1000000000000       | {"attrs":[],"price":{"currency":"CNY","minor":NUMBER}}                    |
                    POST /api/v1/product/{sku}/sku         | 999                 | {"attrs":[],"price":{"currency":"CNY","minor":1},"limit_per_customer":NUMBER} | null
                    PUT /api/v1/sku/{sku}                  | 1000000000000       | {"attrs":[],"price":{"currency":"CNY","minor":NUMBER},"version":{version}} |
                    PUT /api/v1/sku/{sku}                  | 999                 | {"attrs":[],"price":{"currency":"CNY","minor":1},"limit_per_customer":NUMBER,"version":{version}} | null
                    POST /api/v1/product                   | 1000000000000       | {product,"skus":[{"attrs":[],"price":{"currency":"CNY","minor":NUMBER}}]} |
                    POST /api/v1/product                   | 999                 | {product,"skus":[{"attrs":[],"price":{"currency":"CNY","minor":1},"limit_per_customer":NUMBER}]} | null
                    POST /api/v1/customer/me/top_up        | 5000000             | {"amount":{"currency":"CNY","minor":NUMBER}}                              |
                    PUT /api/v1/product/{sku}              | 1000000000000       | {product,"version":{version},"skus":[{"id":"{sku}","attrs":[],"price":{"currency":"CNY","minor":NUMBER}}]} |
                    """)
    void aNumberOfABodyIsTakenWithinItsBoundsOnly(String operation, String max, String body, String also) {
        String sku = staff.offers(1, 100);
        Visitor caller = operation.contains("cart_item") || operation.contains("order") ? shop.newCustomer(0) : staff;
        if (operation.startsWith("PUT /api/v1/cart_item")) {
            caller.adds(sku, 1).expect(200);
        }
        Set<String> taken = taken(max, also);

        List<String> wrong = new ArrayList<>();
        for (String value : values(max)) {
            Answer answer = send(caller, operation, body, sku, value);
            boolean right = taken.contains(value) ? answer.status() / 100 == 2 : isRefusal(answer, Set.of(400));
            note(wrong, right, value, answer);
        }

        assertThat(wrong).isEmpty();
    }

    /** A version that never was is somebody else's, or nonsense; either way nothing changes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PUT /api/v1/product/{sku}       | {product,"version":NUMBER}
                    PUT /api/v1/sku/{sku}           | {"attrs":[],"price":{"currency":"CNY","minor":7},"version":NUMBER}
                    PUT /api/v1/category/{category} | {"name":"Test changed","version":NUMBER}
                    """)
    void aVersionIsAWholeNumberThatWasRead(String operation, String body) {
        String sku = staff.offers(1, 0);
        String category = staff.post("/api/v1/category", "{\"name\":\"Test\"}")
                .expect(201)
                .text("/id");
        List<String> values = Stream.concat(values("9223372036854775807").stream(), Stream.of("1000000"))
                .filter(value -> !value.equals("0"))
                .toList();

        List<String> wrong = new ArrayList<>();
        for (String value : values) {
            Answer answer = send(staff, operation.replace("{category}", category), body, sku, value);
            note(wrong, isRefusal(answer, Set.of(400, 409)), value, answer);
        }

        assertThat(wrong).isEmpty();
        assertThat(staff.get("/api/v1/sku/" + sku).number("/price/minor")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/product?size=NUMBER, 100, ''",
        "/api/v1/product?page=NUMBER, 1000, 0",
        "/api/v1/product?min_price=NUMBER, 9223372036854775807, 0",
        "/api/v1/product?max_price=NUMBER, 9223372036854775807, 0",
        "/api/v1/staff/product?size=NUMBER, 100, ''",
        "/api/v1/staff/product?page=NUMBER, 1000, 0",
        "/api/v1/sku/tee-red-m/movement?size=NUMBER, 100, ''",
        "/api/v1/order?size=NUMBER, 100, ''",
        "/api/v1/staff/order?size=NUMBER, 100, ''",
        "/api/v1/staff/notification?size=NUMBER, 100, ''",
        "/api/v1/staff/dead_letter?size=NUMBER, 100, ''",
        "/api/v1/staff/transaction?size=NUMBER, 100, ''",
        "/api/v1/staff/statement?size=NUMBER, 100, ''"
    })
    void aNumberOfAQueryIsTakenWithinItsBoundsOnly(String path, String max, String also) {
        Set<String> taken = taken(max, also);
        List<String> values = Stream.concat(
                        Stream.of("0", "-1", max, plusOne(max), "1.5", "%221%22", "many", "1e3"),
                        Stream.of("9223372036854775808", "-9223372036854775809"))
                .distinct()
                .toList();

        List<String> wrong = new ArrayList<>();
        for (String value : values) {
            Answer answer = staff.get(path.replace(NUMBER, value));
            boolean right = taken.contains(value) ? answer.status() == 200 : isRefusal(answer, Set.of(400));
            note(wrong, right, value, answer);
        }

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1000000       | {"id":"{new}","attrs":[],"price":{"currency":"CNY","minor":1},"opening_stock":NUMBER}
                    1000000000000 | {"id":"{new}","attrs":[],"price":{"currency":"CNY","minor":NUMBER}}
                    """)
    void anImportRefusesTheLineAndSaysWhy(String max, String sku) {
        List<String> wrong = new ArrayList<>();
        for (String value : values(max)) {
            // Whether nothing is received at all or 0 pieces are is all the same.
            if (Set.of("0", "null").contains(value) && sku.contains("opening_stock")) {
                continue;
            }
            String id = "test-" + Visitor.newKey();
            String line = sku.replace("{new}", id).replace(NUMBER, value);
            String product = "{\"id\":\"" + id + "\"," + product() + ",\"skus\":[" + line + "]}";
            Answer answer = staff.send(
                    "POST", "/api/v1/staff/product/import", product, Map.of("Content-Type", "application/x-ndjson"));
            String code = answer.text("/refused/0/code");
            boolean right = value.equals(max)
                    ? answer.number("/created") == 1 && code.isEmpty()
                    : answer.number("/created") == 0
                            && Set.of("INVALID_FIELD", "MALFORMED_REQUEST").contains(code);
            note(wrong, answer.status() == 200 && right, value, answer);
        }

        assertThat(wrong).isEmpty();
    }

    private Answer send(Visitor caller, String operation, String body, String sku, String value) {
        String[] methodAndPath = operation.split(" ");
        String filled = body.replace("{product", "{" + product()).replace("{sku}", sku);
        if (filled.contains("{version}")) {
            filled = filled.replace("{version}", staff.get("/api/v1/sku/" + sku).text("/version"));
        }
        return caller.send(
                methodAndPath[0],
                methodAndPath[1].replace("{sku}", sku),
                filled.replace(NUMBER, value),
                Map.of("Idempotency-Key", Visitor.newKey()));
    }

    /** A product's fields, without the braces around them. */
    private static String product() {
        String product = Json.text(Json.product("Test product", "home"));
        return product.substring(1, product.length() - 1);
    }

    private static List<String> values(String max) {
        return Stream.concat(Stream.of("0", "-1", max, plusOne(max), "9223372036854775807", "null"), NEVER.stream())
                .distinct()
                .toList();
    }

    private static Set<String> taken(String max, String also) {
        return Stream.concat(Stream.of(max), also == null ? Stream.empty() : Arrays.stream(also.split(" ")))
                .collect(Collectors.toSet());
    }

    private static String plusOne(String max) {
        return new BigInteger(max).add(BigInteger.ONE).toString();
    }

    private static boolean isRefusal(Answer answer, Set<Integer> statuses) {
        return statuses.contains(answer.status())
                && !answer.code().isEmpty()
                && !answer.text("/detail").isBlank()
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
    }

    private static void note(List<String> wrong, boolean right, String value, Answer answer) {
        if (!right) {
            wrong.add(value + " was answered " + answer.status() + " " + answer.body());
        }
    }
}
