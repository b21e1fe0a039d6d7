package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.ShopCommand;
import io.microecommerce.e2e.shop.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does with {@code ./shop} on a running platform. */
class OperatorIT {

    private final Shop shop = Shop.open();

    @TempDir
    private Path folder;

    @Test
    void theBooksHoldAndALostEntryIsNamed() {
        Visitor customer = shop.newCustomer(100_000);
        String orderId = customer.orders("tee-red-m", 1);
        customer.pays(orderId, Visitor.newKey()).expect(201);
        shop.settles("a purchase before the books are checked", orderId);

        ShopCommand sound = shop.command("check");
        assertThat(sound.text())
                .contains("holds  every wallet equals the sum of its entries")
                .doesNotContain("BROKEN");
        assertThat(sound.exit()).isZero();

        shop.books()
                .change(
                        "shop_payment",
                        "UPDATE wallet SET available_minor = available_minor + 1 WHERE customer_id = ?",
                        customer.id());
        try {
            ShopCommand broken = shop.command("check");
            assertThat(broken.text())
                    .contains("BROKEN every wallet equals the sum of its entries")
                    .contains(customer.id());
            assertThat(broken.exit()).isEqualTo(1);
        } finally {
            shop.books()
                    .change(
                            "shop_payment",
                            "UPDATE wallet SET available_minor = available_minor - 1 WHERE customer_id = ?",
                            customer.id());
        }
    }

    @Test
    void aCatalogueIsLoadedAndEachBadLineIsNamed() throws IOException {
        String id = "jar-" + UUID.randomUUID();
        String good = product(id, "1900", "kitchen");
        Path file = folder.resolve("catalogue.jsonl");
        Files.writeString(
                file,
                String.join(
                        "\n",
                        good,
                        "",
                        "{not json",
                        product(id + "-free", "0", "kitchen"),
                        product(id + "-lost", "1900", "no-such-category"),
                        product(id + "-too", "2900", "kitchen")));

        ShopCommand first = shop.command("import", file.toString());

        assertThat(first.exit()).isEqualTo(1);
        assertThat(first.text())
                .contains("line 3: MALFORMED_REQUEST")
                .containsPattern("line 4: INVALID_FIELD: .*price.minor")
                .contains("line 5: CATEGORY_NOT_FOUND")
                .contains("2 created, 0 changed, 0 as they were, 3 refused.");
        Answer loaded = shop.anonymous().get("/api/v1/product/" + id).expect(200);
        assertThat(loaded.number("/skus/0/price/minor")).isEqualTo(1_900);
        assertThat(loaded.number("/skus/0/stock/available")).isEqualTo(20);
        shop.anonymous().get("/api/v1/product/" + id + "-lost").expect(404);

        Files.writeString(file, good + "\n" + product(id + "-too", "3900", "kitchen") + "\n");
        ShopCommand second = shop.command("import", file.toString());

        assertThat(second.text()).contains("0 created, 1 changed, 1 as they were, 0 refused.");
        assertThat(second.exit()).isZero();
        assertThat(shop.anonymous().get("/api/v1/sku/" + id + "-s").expect(200).number("/stock/available"))
                .isEqualTo(20);
    }

    @Test
    void aNewSigningKeyLogsNobodyOut() throws IOException {
        Visitor before = shop.logIn(Shop.ALICE);
        String oldKey = keyId(before.token());

        assertThat(shop.command("rotate-keys").exit()).isZero();
        theNewestKeyHasLainThereLongEnough();

        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> assertThat(keyId(shop.logIn(Shop.ALICE).token())).isNotEqualTo(oldKey));
        before.get("/api/v1/customer/me").expect(200);
        assertThat(shop.anonymous()
                        .get("/.well-known/jwks.json")
                        .expect(200)
                        .body()
                        .at("/keys")
                        .findValuesAsString("kid"))
                .contains(oldKey, keyId(shop.logIn(Shop.ALICE).token()));
    }

    /** For this one gateway it has as soon as it is read; how long it must lie there for several, KeyFolderTest shows. */
    private void theNewestKeyHasLainThereLongEnough() throws IOException {
        Path keys = shop.platform().installation().home().root().resolve("secrets/jwt-keys");
        try (Stream<Path> files = Files.list(keys)) {
            Path newest = files.max(Comparator.naturalOrder()).orElseThrow();
            Files.setLastModifiedTime(newest, FileTime.from(Instant.now().minusSeconds(60)));
        }
    }

    private static String keyId(String token) {
        String header = new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]), StandardCharsets.UTF_8);
        return header.replaceAll(".*\"kid\":\"([^\"]+)\".*", "$1");
    }

    private static String product(String id, String priceMinor, String category) {
        return """
            {"id":"%1$s","title":"Jar","body":"For tea.","category":"%3$s",\
            "assets":{"ppt":[],"thumbnail":{"src":"/pictures/jar.svg"}},"variants":{"attrs":[{"name":"size"}]},\
            "skus":[{"id":"%1$s-s","attrs":[{"name":"size","value":"S"}],\
            "price":{"currency":"CNY","minor":%2$s},"opening_stock":20}]}"""
                .formatted(id, priceMinor, category);
    }
}
