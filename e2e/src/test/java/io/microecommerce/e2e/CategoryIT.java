package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Json;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tree of categories stays a tree, and nothing in it is lost, whoever changes it. */
class CategoryIT {

    private final Shop shop = Shop.open();
    private final Visitor staff = shop.logIn(Shop.STAFF);

    @Test
    void theSecondToChangeACategoryFromTheSameVersionIsTold() {
        Answer category = category(null);
        String path = "/api/v1/category/" + category.text("/id");
        long before = category.number("/version");
        staff.put(path, Json.text("name", "Test first", "version", before)).expect(200);
        requireRefused(
                shop.logIn(Shop.STAFF).put(path, Json.text("name", "Test second", "version", before)),
                409,
                "VERSION_CONFLICT");
        staff.put(path, Json.text("name", "Test second", "version", categoryVersion(category.text("/id"))))
                .expect(200);
    }

    @Test
    void whatExistsIsNotMadeAgain() {
        String category = category(null).text("/id");

        requireRefused(
                staff.post("/api/v1/category", Json.text("id", category, "name", "Test")), 409, "CATEGORY_EXISTS");
    }

    @Test
    void aCategoryGoesOnlyOnceNothingStandsInIt() {
        String parent = category(null).text("/id");
        String child = category(parent).text("/id");
        Map<String, Object> draft = Json.product("Test tenant", child);
        draft.put("retired", true);
        String product =
                staff.post("/api/v1/product", Json.text(draft)).expect(201).text("/id");

        requireRefused(staff.delete("/api/v1/category/" + parent), 409, "CATEGORY_NOT_EMPTY");
        requireRefused(staff.delete("/api/v1/category/" + child), 409, "CATEGORY_NOT_EMPTY");
        draft.put("category", "home");
        draft.put("version", staff.get("/api/v1/staff/product/" + product).number("/version"));
        staff.put("/api/v1/product/" + product, Json.text(draft)).expect(200);
        staff.delete("/api/v1/category/" + child).expect(204);
        staff.delete("/api/v1/category/" + parent).expect(204);

        requireRefused(staff.delete("/api/v1/category/" + parent), 404, "CATEGORY_NOT_FOUND");
        assertThat(shop.anonymous()
                        .get("/api/v1/category")
                        .expect(200)
                        .body()
                        .at("/items")
                        .findValuesAsString("id"))
                .doesNotContain(parent, child)
                .contains("home");
    }

    @Test
    void aCategoryStandsNeitherBelowItselfNorBelowNothing() {
        Answer top = category(null);
        String topId = top.text("/id");
        String below = category(category(topId).text("/id")).text("/id");
        String path = "/api/v1/category/" + topId;

        requireRefused(move(path, below, top.number("/version")), 422, "CATEGORY_CIRCULAR");
        requireRefused(move(path, topId, top.number("/version")), 422, "CATEGORY_CIRCULAR");
        requireRefused(move(path, "no-such-category", top.number("/version")), 404, "CATEGORY_NOT_FOUND");
        requireRefused(
                staff.post("/api/v1/category", Json.text("name", "Test", "parent_id", "no-such-category")),
                404,
                "CATEGORY_NOT_FOUND");
        requireRefused(
                staff.post("/api/v1/product", Json.text(Json.product("Test lost", "no-such-category"))),
                404,
                "CATEGORY_NOT_FOUND");
    }

    @Test
    void ofTwoMovesAtOnceThatFormACircleTogetherOneIsRefused() {
        Answer first = category(null);
        Answer second = category(null);

        List<Answer> answers = Visitor.atOnce(
                2,
                i -> i == 0
                        ? move("/api/v1/category/" + first.text("/id"), second.text("/id"), first.number("/version"))
                        : move("/api/v1/category/" + second.text("/id"), first.text("/id"), second.number("/version")));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 422);
    }

    private Answer move(String path, String parent, long version) {
        return staff.put(path, Json.text("name", "Test", "parent_id", parent, "version", version));
    }

    private Answer category(String parent) {
        return staff.post("/api/v1/category", Json.text("name", "Test", "parent_id", parent))
                .expect(201);
    }

    private long categoryVersion(String id) {
        return shop.anonymous()
                .get("/api/v1/category")
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .filter(category -> category.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow()
                .path("version")
                .asLong();
    }

    private static void requireRefused(Answer answer, int status, String code) {
        answer.expect(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
