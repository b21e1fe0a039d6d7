package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Json;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Many products in one request: each line stands for itself, and may be sent again. */
class CatalogueImportIT {

    private final Shop shop = Shop.open();
    private final Visitor staff = shop.logIn(Shop.STAFF);

    @Test
    void anImportSaysOfEachLineWhatItDid() {
        String id = "import-" + Visitor.newKey();
        String good = importLine(id, 1_000);

        Answer first = importLines(good, importLine(id + "-free", 0), importLine(id + "-too", 1_000));
        Answer second = importLines(good, importLine(id + "-too", 2_000), "{no JSON");

        assertThat(first.number("/created")).isEqualTo(2);
        assertThat(first.body().at("/refused")).hasSize(1);
        assertThat(first.number("/refused/0/line")).isEqualTo(2);
        assertThat(first.text("/refused/0/code")).isEqualTo("INVALID_FIELD");
        assertThat(first.text("/refused/0/detail")).isNotBlank();
        assertThat(second.number("/created")).isZero();
        assertThat(second.number("/changed")).isEqualTo(1);
        assertThat(second.number("/unchanged")).isEqualTo(1);
        assertThat(second.number("/refused/0/line")).isEqualTo(3);
        assertThat(shop.anonymous().get("/api/v1/sku/" + id).expect(200).number("/stock/available"))
                .isEqualTo(20);
        assertThat(shop.books().unbalanced()).isEmpty();
    }

    private static String importLine(String id, long priceMinor) {
        Map<String, Object> sku = Json.sku(id, priceMinor);
        sku.put("opening_stock", 20);
        Map<String, Object> product = Json.product("Test import", "home");
        product.put("id", id);
        product.put("skus", List.of(sku));
        return Json.text(product);
    }

    private Answer importLines(String... lines) {
        return staff.send(
                        "POST",
                        "/api/v1/staff/product/import",
                        String.join("\n", lines),
                        Map.of("Content-Type", "application/x-ndjson"))
                .expect(200);
    }
}
