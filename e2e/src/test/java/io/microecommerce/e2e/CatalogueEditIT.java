package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Json;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several members of the staff change the catalogue, and none overwrites what another has just done. */
class CatalogueEditIT {

    private final Shop shop = Shop.open();
    private final Visitor staff = shop.logIn(Shop.STAFF);
    private final Visitor colleague = shop.logIn(Shop.STAFF);

    @Test
    void theSecondToChangeAProductFromTheSameVersionIsToldAndSucceedsAfterReading() {
        String product = staff.offers(1_000, 0);
        long read = version("/api/v1/staff/product/" + product);

        Answer first = changeProduct(staff, product, "Test first", read).expect(200);
        Answer second = changeProduct(colleague, product, "Test second", read);

        requireRefused(second, 409, "VERSION_CONFLICT");
        assertThat(first.number("/version")).isGreaterThan(read);
        assertThat(title(product)).isEqualTo("Test first");
        changeProduct(colleague, product, "Test second", version("/api/v1/staff/product/" + product))
                .expect(200);
        assertThat(title(product)).isEqualTo("Test second");
    }

    @Test
    void ofSeveralWhoChangeAProductAtOnceExactlyOneSucceeds() {
        String product = staff.offers(1_000, 0);
        long read = version("/api/v1/staff/product/" + product);

        List<Answer> answers = Visitor.atOnce(5, i -> changeProduct(staff, product, "Test " + i, read));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409, 409, 409, 409);
    }

    @Test
    void theVersionMayComeAsIfMatchAndMustCome() {
        String product = staff.offers(1_000, 0);
        String path = "/api/v1/product/" + product;
        long read = version("/api/v1/staff/product/" + product);
        String body = Json.text(Json.product("Test matched", "home"));

        requireRefused(staff.put(path, body), 400, "INVALID_FIELD");
        staff.send("PUT", path, body, Map.of("If-Match", "\"" + read + "\"")).expect(200);
        requireRefused(
                staff.send(
                        "PUT",
                        path,
                        Json.text(Json.product("Test late", "home")),
                        Map.of("If-Match", "\"" + read + "\"")),
                409,
                "VERSION_CONFLICT");
        assertThat(title(product)).isEqualTo("Test matched");
    }

    @Test
    void aSkuIsChangedFromItsProductsVersion() {
        String sku = staff.offers(1_000, 0);
        long read = version("/api/v1/sku/" + sku);
        changeSku(sku, 2_000, read).expect(200);
        requireRefused(changeSku(sku, 3_000, read), 409, "VERSION_CONFLICT");
        changeSku(sku, 3_000, version("/api/v1/sku/" + sku)).expect(200);
    }

    @Test
    void aSkuThatIsRetiredLeavesItsProductAndTheOthers() {
        String product = staff.offers(1_000, 5);
        String second = product + "-b";
        staff.post("/api/v1/product/" + product + "/sku", Json.text(Json.sku(second, 2_000)))
                .expect(201);
        Map<String, Object> retired = Json.sku(null, 1_000);
        retired.remove("id");
        retired.put("retired", true);
        retired.put("version", version("/api/v1/sku/" + product));

        staff.put("/api/v1/sku/" + product, Json.text(retired)).expect(200);

        assertThat(skusSeenBy(shop.anonymous(), "/api/v1/product/" + product)).containsExactly(second);
        assertThat(skusSeenBy(staff, "/api/v1/staff/product/" + product)).containsExactlyInAnyOrder(product, second);
    }

    @Test
    void whatExistsIsNotMadeAgain() {
        String taken = staff.offers(1_000, 0);
        String other = staff.offers(1_000, 0);
        Map<String, Object> product = Json.product("Test again", "home");
        product.put("id", taken);
        requireRefused(staff.post("/api/v1/product", Json.text(product)), 409, "PRODUCT_EXISTS");
        product.put("id", taken + "-b");
        product.put("skus", List.of(Json.sku(taken, 1_000)));
        requireRefused(staff.post("/api/v1/product", Json.text(product)), 409, "SKU_EXISTS");
        requireRefused(
                staff.post("/api/v1/product/" + taken + "/sku", Json.text(Json.sku(taken, 1_000))), 409, "SKU_EXISTS");
        requireRefused(
                staff.post("/api/v1/product/" + other + "/sku", Json.text(Json.sku(taken, 1_000))), 409, "SKU_EXISTS");
        assertThat(staff.get("/api/v1/staff/product/" + taken + "-b")
                        .expect(404)
                        .code())
                .isEqualTo("PRODUCT_NOT_FOUND");
    }

    private static Answer changeProduct(Visitor staff, String product, String title, long version) {
        Map<String, Object> draft = Json.product(title, "home");
        draft.put("version", version);
        return staff.put("/api/v1/product/" + product, Json.text(draft));
    }

    private Answer changeSku(String sku, long priceMinor, long version) {
        Map<String, Object> draft = Json.sku(null, priceMinor);
        draft.remove("id");
        draft.put("version", version);
        return staff.put("/api/v1/sku/" + sku, Json.text(draft));
    }

    private long version(String path) {
        return staff.get(path).expect(200).number("/version");
    }

    private String title(String product) {
        return shop.anonymous().get("/api/v1/product/" + product).expect(200).text("/title");
    }

    private static List<String> skusSeenBy(Visitor visitor, String path) {
        return visitor.get(path)
                .expect(200)
                .body()
                .at("/skus")
                .valueStream()
                .map(sku -> sku.path("id").asString())
                .toList();
    }

    private static void requireRefused(Answer answer, int status, String code) {
        answer.expect(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
