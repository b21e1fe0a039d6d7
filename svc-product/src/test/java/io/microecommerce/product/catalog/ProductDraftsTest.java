package io.microecommerce.product.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.product.AssetsDraft;
import io.microecommerce.api.product.AttributeView;
import io.microecommerce.api.product.ProductDraft;
import io.microecommerce.api.product.SkuDraft;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductDraftsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final AssetsDraft ASSETS = new AssetsDraft(List.of("/slide.svg"), "/thumbnail.svg");

    private final ProductDrafts drafts = new ProductDrafts(new ShopCurrency("CNY"), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void makesUpIdsAndTheTimeThatMongoKeeps() {
        Product product = drafts.toNew(draft(null, List.of("colour"), sku(null, "colour", "red")));

        assertThat(product.id()).isNotBlank();
        assertThat(product.skus()).singleElement().satisfies(sku -> {
            assertThat(sku.id()).isNotBlank();
            assertThat(sku.assets()).isNull();
        });
        assertThat(product.createdAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
        assertThat(drafts.toNew(draftWithoutSkus("mug", List.of())).skus()).isEmpty();
    }

    @Test
    void leavesSkusThatADraftDoesNotSpeakOf() {
        Product mug = drafts.toNew(draft("mug", List.of("colour"), sku("mug-red", "colour", "red")));

        Product changed = drafts.applyTo(mug, draftWithoutSkus(null, List.of("colour")));

        assertThat(changed.skus()).isEqualTo(mug.skus());
        assertThat(changed.createdAt()).isEqualTo(mug.createdAt());
    }

    @Test
    void retiresSkusThatADraftLeavesOutAndPutsThemLast() {
        Product mug = drafts.toNew(
                draft("mug", List.of("colour"), sku("mug-red", "colour", "red"), sku("mug-blue", "colour", "blue")));

        Product changed = drafts.applyTo(
                mug,
                draft("mug", List.of("size"), sku("mug-small", "size", "small"), sku("mug-large", "size", "large")));

        assertThat(changed.skus()).extracting(Sku::id).containsExactly("mug-small", "mug-large", "mug-red", "mug-blue");
        assertThat(changed.skusForSale()).extracting(Sku::id).containsExactly("mug-small", "mug-large");
        assertThat(drafts.applyTo(
                        changed,
                        draft(
                                "mug",
                                List.of("size"),
                                sku("mug-small", "size", "small"),
                                sku("mug-large", "size", "large"))))
                .isEqualTo(changed);
    }

    @Test
    void refusesAttributesThatAreNotTheVariants() {
        String order =
                "attrs of SKU mug-red must be colour, size: one for each variant of the product, in their order.";
        assertInvalid(
                order, () -> drafts.toNew(draft("mug", List.of("colour", "size"), sku("mug-red", "colour", "red"))));
        assertInvalid(
                order,
                () -> drafts.toNew(draft(
                        "mug",
                        List.of("colour", "size"),
                        new SkuDraft(
                                "mug-red",
                                List.of(new AttributeView("size", "S"), new AttributeView("colour", "red")),
                                null,
                                new Money("CNY", 1),
                                null,
                                false))));
        assertInvalid(
                "attrs of SKU mug-red must be empty, for the product has no variants.",
                () -> drafts.toNew(draft("mug", List.of(), sku("mug-red", "colour", "red"))));
        Product mug = drafts.toNew(draft("mug", List.of("colour"), sku("mug-red", "colour", "red")));
        assertInvalid(
                "attrs of SKU mug-red must be size: one for each variant of the product, in their order.",
                () -> drafts.applyTo(mug, draftWithoutSkus("mug", List.of("size"))));
        assertInvalid(
                "attrs of SKU mug-big must be colour: one for each variant of the product, in their order.",
                () -> drafts.add(mug, drafts.toSku(sku("mug-big", "size", "big"))));
        assertInvalid(
                "attrs of SKU mug-red must be colour: one for each variant of the product, in their order.",
                () -> drafts.change(mug, "mug-red", sku(null, "size", "big")));
    }

    @Test
    void refusesTheSameSkuTwice() {
        assertInvalid(
                "skus must not hold SKU mug-red twice.",
                () -> drafts.toNew(draft(
                        "mug", List.of("colour"), sku("mug-red", "colour", "red"), sku("mug-red", "colour", "blue"))));
    }

    @Test
    void refusesAnotherCurrencyThanTheShops() {
        SkuDraft dollars = new SkuDraft("mug-red", List.of(), null, new Money("USD", 1500), null, false);

        assertInvalid(
                "price.currency must be CNY, the shop's currency.",
                () -> drafts.toNew(draft("mug", List.of(), dollars)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cny", "CNYY", "¥"})
    void aShopHasACurrency(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShopCurrency(code))
                .withMessageContaining("'" + code + "'");
    }

    @Test
    void refusesToChangeAnId() {
        Product mug = drafts.toNew(draft("mug", List.of("colour"), sku("mug-red", "colour", "red")));

        assertInvalid(
                "id must be mug, for an id never changes; leave it out.",
                () -> drafts.applyTo(mug, draftWithoutSkus("cup", List.of("colour"))));
        assertInvalid(
                "id must be mug-red, for an id never changes; leave it out.",
                () -> drafts.change(mug, "mug-red", sku("mug-blue", "colour", "blue")));
    }

    @Test
    void boundsWhatOneProductHolds() {
        Product mug = drafts.toNew(draft("mug", List.of(), skus("a", 100)));
        assertInvalid("skus must be at most 100; retire some.", () -> drafts.add(mug, drafts.toSku(skus("b", 1)[0])));

        Product twice = drafts.applyTo(mug, draft("mug", List.of(), skus("b", 100)));
        Product thrice = drafts.applyTo(twice, draft("mug", List.of(), skus("c", 100)));
        assertThat(thrice.skus()).hasSize(300);
        assertThatThrownBy(() -> drafts.applyTo(thrice, draft("mug", List.of(), skus("d", 1))))
                .hasMessageContaining("at most 300 with the retired ones");
    }

    @Test
    void anImportSaysAllThereIs() {
        assertThat(drafts.requireComplete(draft("mug", List.of(), skus("a", 1))))
                .isEqualTo("mug");
        assertInvalid(
                "id must be given in an import.", () -> drafts.requireComplete(draft(null, List.of(), skus("a", 1))));
        assertInvalid(
                "skus must be given in an import, at least one.",
                () -> drafts.requireComplete(draftWithoutSkus("mug", List.of())));
        assertInvalid(
                "skus must be given in an import, at least one.",
                () -> drafts.requireComplete(draft("mug", List.of())));
        assertInvalid(
                "skus.id must be given in an import.",
                () -> drafts.requireComplete(draft("mug", List.of("c"), sku(null, "c", "x"))));
    }

    private static SkuDraft[] skus(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new SkuDraft(prefix + i, List.of(), null, new Money("CNY", 1), null, false))
                .toArray(SkuDraft[]::new);
    }

    private static SkuDraft sku(String id, String attribute, String value) {
        return new SkuDraft(
                id, List.of(new AttributeView(attribute, value)), null, new Money("CNY", 1500), null, false);
    }

    private static ProductDraft draft(String id, List<String> variants, SkuDraft... skus) {
        return new ProductDraft(id, "Mug", "For tea", "kitchen", ASSETS, variants, List.of(skus), false);
    }

    private static ProductDraft draftWithoutSkus(String id, List<String> variants) {
        return new ProductDraft(id, "Mug", "For tea", "kitchen", ASSETS, variants, null, false);
    }

    private static void assertInvalid(String detail, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_FIELD);
            assertThat(refusal.detail()).isEqualTo(detail);
        });
    }
}
