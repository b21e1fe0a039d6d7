package io.microecommerce.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.product.AssetsDraft;
import io.microecommerce.api.product.AttributeView;
import io.microecommerce.api.product.CategoryDraft;
import io.microecommerce.api.product.ProductDraft;
import io.microecommerce.api.product.ProductQuery;
import io.microecommerce.api.product.ProductSort;
import io.microecommerce.api.product.SkuDraft;
import io.microecommerce.gateway.Http.Answer;
import io.microecommerce.gateway.StorefrontTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What staff do to products, SKUs and categories. */
class StaffCatalogTest extends StorefrontTest {

    private static final String ASSETS = "{\"ppt\": [{\"src\": \"/a.jpg\"}], \"thumbnail\": {\"src\": \"/t.jpg\"}}";
    private static final String SKU =
            """
            {%s"attrs": [{"name": "colour", "value": "red"}], "price": {"currency": "CNY", "minor": 8900}}""";
    private static final String PRODUCT =
            """
            {%s"title": "Tee", "body": "", "category": "clothes", "assets": """
                    + ASSETS + ", \"variants\": {\"attrs\": [{\"name\": \"colour\"}]}}";
    private static final AssetsDraft PICTURES = new AssetsDraft(List.of("/a.jpg"), "/t.jpg");
    private static final SkuDraft RED = sku(null, null, null, false);

    private static SkuDraft sku(String id, AssetsDraft assets, Integer limit, boolean retired) {
        return new SkuDraft(
                id, List.of(new AttributeView("colour", "red")), assets, new Money("CNY", 8900), limit, retired);
    }

    private static ProductDraft product(String id, List<SkuDraft> skus, boolean retired) {
        return new ProductDraft(id, "Tee", "", "clothes", PICTURES, List.of("colour"), skus, retired);
    }

    private void assertProblem(Answer answer, int status, String code, String detail) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
        assertThat(answer.json().get("detail").asString()).contains(detail);
        assertThat(services.asked).isEmpty();
    }

    @Test
    void addsAProduct() {
        Answer answer = http.send("POST", "/api/v1/product", PRODUCT.formatted("\"id\": \"tee\", "), asStaff());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/v1/product/tee");
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
        assertThat(answer.json().get("version").asLong()).isEqualTo(3);
        http.send(
                "POST",
                "/api/v1/product",
                PRODUCT.formatted("\"retired\": true, \"skus\": ["
                        + SKU.formatted("\"id\": \"s-1\", \"limit_per_customer\": 2, \"retired\": true, \"assets\": "
                                + ASSETS + ", ")
                        + "], "),
                asStaff());
        assertThat(services.asked)
                .containsExactly(
                        product("tee", null, false), product(null, List.of(sku("s-1", PICTURES, 2, true)), true));
    }

    @Test
    void takesAProductInOneFormWithoutVariants() {
        String body = PRODUCT.formatted("").replace(", \"variants\": {\"attrs\": [{\"name\": \"colour\"}]}", "");
        assertThat(http.send("POST", "/api/v1/product", body, asStaff()).status())
                .isEqualTo(201);
        assertThat(services.asked)
                .containsExactly(new ProductDraft(null, "Tee", "", "clothes", PICTURES, List.of(), null, false));
    }

    @Test
    void changesAProductOfTheVersionThatWasRead() {
        String path = "/api/v1/product/tee";
        Answer byBody = http.send("PUT", path, PRODUCT.formatted("\"version\": 3, \"retired\": true, "), asStaff());
        assertThat(byBody.status()).as(byBody.body()).isEqualTo(200);
        assertThat(byBody.json().get("retired").asBoolean()).isTrue();
        assertThat(byBody.header("ETag")).isEqualTo("\"3\"");
        String tag = http.get(path).header("ETag");
        services.asked.clear();
        Answer byTag = http.send("PUT", path, PRODUCT.formatted("\"id\": \"tee\","), asStaff("If-Match", tag));
        assertThat(byTag.status()).isEqualTo(200);
        assertThat(services.asked).containsExactly("tee", 3L, product("tee", null, false));
        Answer late = http.send("PUT", path, PRODUCT.formatted("\"version\": 2,"), asStaff());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("VERSION_CONFLICT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "W/\"3\"", "*", "\"x\"", "\"-1\"", "\"3\", \"4\"", "\"99999999999999999999\""})
    void refusesATagThatIsNone(String tag) {
        for (String path : List.of("/api/v1/product/tee", "/api/v1/sku/a", "/api/v1/category/a")) {
            String body = path.contains("product") ? PRODUCT : path.contains("sku") ? SKU : "{%s\"name\": \"A\"}";
            Answer answer = http.send("PUT", path, body.formatted(""), asStaff("If-Match", tag));
            assertProblem(answer, 400, "INVALID_FIELD", "If-Match");
        }
    }

    @Test
    void wantsOneVersion() {
        String path = "/api/v1/product/tee";
        assertProblem(
                http.send("PUT", path, PRODUCT.formatted(""), asStaff()), 400, "INVALID_FIELD", "version is required");
        assertProblem(
                http.send("PUT", path, PRODUCT.formatted("\"version\": 3, "), asStaff("If-Match", "\"4\"")),
                400,
                "INVALID_FIELD",
                "version");
        assertProblem(
                http.send("PUT", path, PRODUCT.formatted("\"version\": -1, "), asStaff()),
                400,
                "INVALID_FIELD",
                "version");
        assertProblem(
                http.send("PUT", path, PRODUCT.formatted("\"version\": 3, \"id\": \"mug\", "), asStaff()),
                400,
                "INVALID_FIELD",
                "id must be the one of the path");
        assertProblem(
                http.send("POST", "/api/v1/product", PRODUCT.formatted("\"version\": 3, "), asStaff()),
                400,
                "UNKNOWN_FIELD",
                "version");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"title\": \"Tee\", | | INVALID_FIELD | title is required",
                "\"title\": \"Tee\" | \"title\": \" \" | INVALID_FIELD | title",
                "\"body\": \"\", | | INVALID_FIELD | body is required",
                "\"category\": \"clothes\", | | INVALID_FIELD | category is required",
                "\"category\": \"clothes\" | \"category\": \"a b\" | INVALID_FIELD | category",
                "{\"src\": \"/t.jpg\"} | \"/t.jpg\" | INVALID_FIELD | assets.thumbnail",
                "{\"src\": \"/t.jpg\"} | {} | INVALID_FIELD | assets.thumbnail.src is required",
                "{\"src\": \"/t.jpg\"} | null | INVALID_FIELD | assets.thumbnail is required",
                "/a.jpg | javascript:alert(1) | INVALID_FIELD | assets.ppt",
                "[{\"src\": \"/a.jpg\"}] | [null] | INVALID_FIELD | assets.ppt is required",
                "{\"name\": \"colour\"} | {} | INVALID_FIELD | variants.attrs.name is required",
                "{\"name\": \"colour\"} | {\"name\": \"a\"}, {\"name\": \"a\"} | INVALID_FIELD | variants",
                "\"title\" | \"skus\": [null], \"title\" | INVALID_FIELD | skus is required",
                "\"title\" | \"skus\": [{\"opening_stock\": 1}], \"title\" | UNKNOWN_FIELD | opening_stock",
                "\"title\" | \"price\": 1, \"title\" | UNKNOWN_FIELD | price"
            })
    void refusesAProductThatIsNone(String good, String bad, String code, String detail) {
        String body = PRODUCT.formatted("").replace(good, bad == null ? "" : bad);
        assertThat(body).isNotEqualTo(PRODUCT.formatted(""));
        assertProblem(http.send("POST", "/api/v1/product", body, asStaff()), 400, code, detail);
    }

    @Test
    void retiresAProductAndShowsItToStaff() {
        assertThat(http.send("DELETE", "/api/v1/product/tee", null, asStaff()).status())
                .isEqualTo(204);
        assertThat(services.asked).containsExactly("retire", "tee");
        Answer shown = http.get("/api/v1/staff/product/tee", asStaff());
        assertThat(shown.json().get("retired").asBoolean()).isTrue();
        assertThat(shown.header("ETag")).isEqualTo("\"3\"");
        http.get("/api/v1/staff/product?q=tee&category=clothes&min_price=1&sort=newest&page=1&size=2", asStaff());
        assertThat(services.asked)
                .contains(new ProductQuery("tee", "clothes", 1L, null, ProductSort.NEWEST, true, 1, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "min_price=-1",
                "min_price=1.5",
                "max_price=x",
                "min_price=5&max_price=4",
                "sort=price",
                "sort=TITLE",
                "page=-1",
                "size=0"
            })
    void refusesASearchThatIsNone(String query) {
        assertProblem(http.get("/api/v1/product?" + query), 400, "INVALID_FIELD", query.substring(0, 3));
        assertProblem(http.get("/api/v1/staff/product?" + query, asStaff()), 400, "INVALID_FIELD", "");
    }

    @Test
    void addsAndChangesSkus() {
        Answer added = http.send("POST", "/api/v1/product/tee/sku", SKU.formatted(""), asStaff());
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo("/api/v1/sku/tee-red-m");
        assertThat(added.header("ETag")).isEqualTo("\"3\"");
        assertThat(added.json().get("limit_per_customer").asInt()).isEqualTo(5);
        String path = "/api/v1/sku/tee-red-m";
        assertThat(http.send("PUT", path, SKU.formatted("\"version\": 3, \"limit_per_customer\": 9, "), asStaff())
                        .status())
                .isEqualTo(200);
        assertThat(http.send("PUT", path, SKU.formatted("\"retired\": true, "), asStaff("If-Match", "\"3\""))
                        .status())
                .isEqualTo(200);
        assertThat(services.asked)
                .containsExactly(
                        "tee",
                        RED,
                        "tee-red-m",
                        3L,
                        sku(null, null, 9, false),
                        "tee-red-m",
                        3L,
                        sku(null, null, null, true));
        assertThat(http.send("PUT", path, SKU.formatted("\"version\": 4, "), asStaff())
                        .code())
                .isEqualTo("VERSION_CONFLICT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8900 | 0 | INVALID_FIELD | price.minor",
                "8900 | -5 | INVALID_FIELD | price.minor",
                "8900 | 1.5 | INVALID_FIELD | price.minor",
                "8900 | 99999999999999999999 | INVALID_FIELD | price.minor",
                "\"CNY\" | \"yuan\" | INVALID_FIELD | currency",
                "\"currency\": \"CNY\", | | INVALID_FIELD | price.currency is required",
                "\"red\" | \"\" | INVALID_FIELD | attrs.value",
                ", \"value\": \"red\" | | INVALID_FIELD | attrs.value is required",
                "\"attrs\" | \"limit_per_customer\": 0, \"attrs\" | INVALID_FIELD | limit_per_customer",
                "\"attrs\" | \"limit_per_customer\": \"2\", \"attrs\" | INVALID_FIELD | limit_per_customer",
                "\"attrs\" | \"id\": \"a b\", \"attrs\" | INVALID_FIELD | id",
                "\"attrs\" | \"version\": 3, \"attrs\" | UNKNOWN_FIELD | version",
                "\"attrs\" | \"stock\": 3, \"attrs\" | UNKNOWN_FIELD | stock"
            })
    void refusesASkuThatIsNone(String good, String bad, String code, String detail) {
        String body = SKU.formatted("").replace(good, bad == null ? "" : bad);
        assertProblem(http.send("POST", "/api/v1/product/tee/sku", body, asStaff()), 400, code, detail);
    }

    @Test
    void keepsCategories() {
        Answer added = http.send("POST", "/api/v1/category", "{\"id\": \"tees\", \"name\": \"Tees\"}", asStaff());
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo("/api/v1/category/tees");
        assertThat(added.body()).isEqualTo("{\"id\":\"tees\",\"version\":1,\"name\":\"Tees\",\"parent_id\":null}");
        Answer changed = http.send(
                "PUT",
                "/api/v1/category/tees",
                "{\"name\": \"T-shirts\", \"parent_id\": \"clothes\", \"version\": 3}",
                asStaff());
        assertThat(changed.body())
                .isEqualTo("{\"id\":\"tees\",\"version\":4,\"name\":\"T-shirts\",\"parent_id\":\"clothes\"}");
        assertThat(changed.header("ETag")).isEqualTo("\"4\"");
        assertThat(http.send("DELETE", "/api/v1/category/tees", null, asStaff()).status())
                .isEqualTo(204);
        assertThat(services.asked)
                .containsExactly(
                        new CategoryDraft("tees", "Tees", null),
                        "tees",
                        3L,
                        new CategoryDraft(null, "T-shirts", "clothes"),
                        "remove category",
                        "tees");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | INVALID_FIELD | name is required",
                "{\"name\": \"\"} | INVALID_FIELD | name",
                "{\"name\": \"A\", \"parent_id\": \"a b\"} | INVALID_FIELD | parent_id",
                "{\"name\": \"A\", \"parent\": \"b\"} | UNKNOWN_FIELD | parent"
            })
    void refusesACategoryThatIsNone(String body, String code, String detail) {
        assertProblem(http.send("POST", "/api/v1/category", body, asStaff()), 400, code, detail);
        assertProblem(http.send("PUT", "/api/v1/category/tees", body, asStaff("If-Match", "\"3\"")), 400, code, detail);
    }

    @Test
    void refusesBadIdsInPaths() {
        assertProblem(
                http.send("PUT", "/api/v1/product/a%20b", PRODUCT.formatted("\"version\": 3,"), asStaff()),
                400,
                "INVALID_FIELD",
                "id");
        assertProblem(
                http.send("POST", "/api/v1/product/a%20b/sku", SKU.formatted(""), asStaff()),
                400,
                "INVALID_FIELD",
                "id");
        assertProblem(http.send("DELETE", "/api/v1/product/a%20b", null, asStaff()), 400, "INVALID_FIELD", "id");
        assertProblem(http.send("DELETE", "/api/v1/category/a%20b", null, asStaff()), 400, "INVALID_FIELD", "id");
        assertProblem(http.get("/api/v1/staff/product/a%20b", asStaff()), 400, "INVALID_FIELD", "id");
    }
}
