package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Json;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What shoppers find of what the staff have shelved. */
class CatalogueIT {

    private final Shop shop = Shop.open();
    private final Visitor staff = shop.logIn(Shop.STAFF);
    private final Visitor shopper = shop.anonymous();

    /** In no other product: it makes a search of its own for every test. */
    private final String word = "zither" + Long.toString(System.nanoTime(), 36);

    @Test
    void aShopperSeesWhatStaffHaveBuiltStepByStep() {
        String category = category(null);
        Answer created = staff.post("/api/v1/product", Json.text(Json.product("Test " + word, category)))
                .expect(201);
        String product = created.text("/id");
        assertThat(created.headers().firstValue("Location").orElse("")).endsWith("/api/v1/product/" + product);
        String sku = staff.post("/api/v1/product/" + product + "/sku", Json.text(Json.sku(null, 4_200)))
                .expect(201)
                .text("/id");
        staff.post("/api/v1/sku/" + sku + "/receipt", "{\"quantity\":7}").expect(201);

        Answer found = shopper.get("/api/v1/product/" + product).expect(200);

        assertThat(found.text("/title")).isEqualTo("Test " + word);
        assertThat(found.text("/category")).isEqualTo(category);
        assertThat(found.text("/created_at")).isNotBlank();
        assertThat(found.body().at("/retired").asBoolean()).isFalse();
        assertThat(found.text("/skus/0/id")).isEqualTo(sku);
        assertThat(found.number("/skus/0/price/minor")).isEqualTo(4_200);
        assertThat(found.number("/skus/0/stock/available")).isEqualTo(7);
        assertThat(found.body().at("/skus/0").has("limit_per_customer")).isTrue();
        assertThat(found.body().at("/skus/0/limit_per_customer").isNull()).isTrue();
        assertThat(shopper.get("/api/v1/sku/" + sku).expect(200).number("/version"))
                .isEqualTo(found.number("/version"));
    }

    @Test
    void aSearchTakesAllWordsInTitleOrBodyInAnyCase() {
        Map<String, Object> draft = Json.product("Test Lacquered " + word, category(null));
        draft.put("body", "A STRINGED thing.");
        String product = shelve(draft, 1_000);

        assertThat(find("q", word)).containsExactly(product);
        assertThat(find("q", "stringed LACQUERED " + word.toUpperCase(Locale.ROOT)))
                .containsExactly(product);
        assertThat(find("q", word + " unvarnished")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".*(", "[a-z", "\\", "\\E", "^$", "+?", "{1", "(?i)", "*", "$where"})
    void charactersOfRegularExpressionsArePlainText(String special) {
        String plain = shelve(Json.product("Test " + word, category(null)), 1_000);
        String odd = shelve(Json.product("Test %s a%sz".formatted(word, special), category(null)), 1_000);

        assertThat(find("q", word + " " + special)).containsExactly(odd);
        assertThat(find("q", word)).containsExactlyInAnyOrder(plain, odd);
    }

    @Test
    void aCategoryFindsWhatStandsBelowIt() {
        String parent = category(null);
        String child = category(parent);
        String product = shelve(Json.product("Test " + word, child), 1_000);

        assertThat(find("category", parent)).containsExactly(product);
        assertThat(find("category", child)).containsExactly(product);
        assertThat(find("category", category(parent))).isEmpty();
    }

    @Test
    void aPriceRangeIncludesItsBoundsAndBothSortsAgree() {
        String middle = shelve(Json.product("Test b " + word, "home"), 2_000);
        String dear = shelve(Json.product("Test c " + word, "home"), 3_000);
        String cheap = shelve(Json.product("Test a " + word, "home"), 1_000);

        assertThat(find("q", word, "sort", "price_asc")).containsExactly(cheap, middle, dear);
        assertThat(find("q", word, "sort", "price_desc")).containsExactly(dear, middle, cheap);
        assertThat(find("q", word, "sort", "title")).containsExactly(cheap, middle, dear);
        assertThat(find("q", word, "sort", "newest")).containsExactly(cheap, dear, middle);
        assertThat(find("q", word, "min_price", "2000", "max_price", "3000", "sort", "price_asc"))
                .containsExactly(middle, dear);
        assertThat(find("q", word, "min_price", "2001", "max_price", "2999")).isEmpty();
        Answer first = search("q", word, "sort", "price_asc", "size", "2");
        assertThat(first.text("/next")).isEqualTo("1");
        Answer second = search("q", word, "sort", "price_asc", "size", "2", "page", "1");
        assertThat(second.text("/items/0/id")).isEqualTo(dear);
        assertThat(second.body().at("/next").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"sort=nonsense", "min_price=2&max_price=1", "min_price=-1", "page=-1", "size=0", "size=101"})
    void aSearchThatMakesNoSenseIsRefused(String query) {
        assertThat(shopper.get("/api/v1/product?" + query).expect(400).code()).isEqualTo("INVALID_FIELD");
    }

    @Test
    void whatIsRetiredIsForStaffOnlyAndStaysInCartsWithoutBeingForSale() {
        String product = shelve(Json.product("Test " + word, "home"), 1_000);
        String sku = shopper.get("/api/v1/product/" + product).text("/skus/0/id");
        Visitor customer = shop.newCustomer(0);
        customer.adds(sku, 2).expect(200);

        staff.delete("/api/v1/product/" + product).expect(204);
        staff.delete("/api/v1/product/" + product).expect(204);

        assertThat(shopper.get("/api/v1/product/" + product).expect(404).code()).isEqualTo("PRODUCT_NOT_FOUND");
        assertThat(find("q", word)).isEmpty();
        assertThat(staff.get("/api/v1/staff/product/" + product)
                        .expect(200)
                        .body()
                        .at("/retired")
                        .asBoolean())
                .isTrue();
        assertThat(staff.get("/api/v1/staff/product?q=" + word).expect(200).text("/items/0/id"))
                .isEqualTo(product);
        Answer cart = customer.get("/api/v1/cart_item").expect(200);
        assertThat(cart.text("/items/0/sku_id")).isEqualTo(sku);
        assertThat(cart.number("/items/0/quantity")).isEqualTo(2);
        assertThat(cart.body().at("/items/0/valid").asBoolean()).isFalse();
        assertThat(cart.text("/items/0/title")).isEqualTo("Test " + word);
        requireRefused(customer.adds(sku, 1), 422, "SKU_NOT_FOR_SALE");
        requireRefused(customer.post("/api/v1/order/cart", "{}", Visitor.newKey()), 422, "CART_EMPTY");
        requireRefused(
                customer.post("/api/v1/order/cart", Json.text("sku_ids", List.of(sku)), Visitor.newKey()),
                422,
                "SKU_NOT_FOR_SALE");
        requireRefused(
                customer.post("/api/v1/order/product", Json.text("sku_id", sku, "quantity", 1), Visitor.newKey()),
                422,
                "SKU_NOT_FOR_SALE");
    }

    private String category(String parent) {
        return staff.post("/api/v1/category", Json.text("name", "Test", "parent_id", parent))
                .expect(201)
                .text("/id");
    }

    private String shelve(Map<String, Object> draft, long priceMinor) {
        draft.put("skus", List.of(Json.sku(null, priceMinor)));
        return staff.post("/api/v1/product", Json.text(draft)).expect(201).text("/id");
    }

    private List<String> find(String... namesAndValues) {
        return search(namesAndValues)
                .body()
                .at("/items")
                .valueStream()
                .map(product -> product.path("id").asString())
                .toList();
    }

    private Answer search(String... namesAndValues) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.append(i == 0 ? "?" : "&")
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return shopper.get("/api/v1/product" + query).expect(200);
    }

    private static void requireRefused(Answer answer, int status, String code) {
        answer.expect(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
