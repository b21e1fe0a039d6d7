package io.microecommerce.product.catalog.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.product.AssetsDraft;
import io.microecommerce.api.product.AssetsView.ImageView;
import io.microecommerce.api.product.AttributeView;
import io.microecommerce.api.product.CategoryDraft;
import io.microecommerce.api.product.ImportOutcome;
import io.microecommerce.api.product.ProductDraft;
import io.microecommerce.api.product.ProductView;
import io.microecommerce.api.product.SkuDraft;
import io.microecommerce.api.product.SkuView;
import io.microecommerce.api.product.SkuView.StockView;
import io.microecommerce.product.ProductTestbed;
import io.microecommerce.service.rpc.Failures;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Products as staff change them, over both stores. */
class CatalogEditRpcTest {

    private static final AssetsDraft ASSETS = new AssetsDraft(List.of("/slide.svg"), "/thumbnail.svg");
    private static final int CONCURRENT = 8;

    @RegisterExtension
    static final ParticipantTestbed testbed = ProductTestbed.create();

    private final String shelf = "shelf-" + UUID.randomUUID();
    private final String mug = "mug-" + UUID.randomUUID();

    @BeforeEach
    void makeAShelf() {
        edit().createCategory(new CategoryDraft(shelf, "Shelf", null));
    }

    @Test
    void createdProductIsShownAndSold() {
        ProductView created = edit().create(draft("Mug", sku("blue", 2), sku("red", null)));

        assertThat(created.version()).isZero();
        assertThat(created.skus()).extracting(SkuView::limitPerCustomer).containsExactly(2, null);
        assertThat(created.skus()).extracting(SkuView::version).containsOnly(0L);
        assertThat(created.skus())
                .extracting(sku -> sku.assets().thumbnail())
                .containsOnly(new ImageView("/thumbnail.svg"));
        assertThat(edit().product(mug)).isEqualTo(created);
        assertThat(catalog().product(mug)).isEqualTo(created);
        assertThat(catalog().sku(mug + "-blue")).isEqualTo(created.skus().get(0));
    }

    @Test
    void refusesWhatExistsOrHasNoCategory() {
        edit().create(draft("Mug", sku("blue", null)));

        assertRefused(ErrorCode.PRODUCT_EXISTS, mug, () -> edit().create(draft("Mug", sku("blue", null))));
        assertRefused(ErrorCode.SKU_EXISTS, mug + "-blue of product " + mug, () -> edit().create(new ProductDraft(
                null, "Thief", "", shelf, ASSETS, List.of("colour"), List.of(sku("blue", null)), false)));
        assertRefused(ErrorCode.CATEGORY_NOT_FOUND, "nowhere", () -> edit().create(
                        new ProductDraft(null, "Lost", "", "nowhere", ASSETS, List.of(), null, false)));
        assertRefused(ErrorCode.CATEGORY_NOT_FOUND, "nowhere", () -> edit().change(
                        mug, 0, new ProductDraft(mug, "Lost", "", "nowhere", ASSETS, List.of("colour"), null, false)));
        assertRefused(ErrorCode.INVALID_FIELD, "product_id", () -> edit().product("no/id"));
        assertRefused(ErrorCode.PRODUCT_NOT_FOUND, "gone", () -> edit().product("gone"));
        assertRefused(ErrorCode.PRODUCT_NOT_FOUND, "gone", () -> edit().change("gone", 0, draft("Mug")));
        assertRefused(ErrorCode.PRODUCT_NOT_FOUND, "gone", () -> edit().retire("gone"));
        assertRefused(ErrorCode.PRODUCT_NOT_FOUND, "gone", () -> edit().addSku("gone", sku("red", null)));
        assertRefused(ErrorCode.SKU_NOT_FOUND, "gone", () -> edit().changeSku("gone", 0, sku("red", null)));
        assertThat(edit().product(mug).version()).isZero();
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseHasChanged() {
        edit().create(draft("First", sku("blue", null)));

        ProductView second = edit().change(mug, 0, draft("Second", sku("blue", null)));

        assertThat(second.version()).isEqualTo(1);
        assertRefused(ErrorCode.VERSION_CONFLICT, "Read it again", () -> edit().change(mug, 0, draft("Third")));
        assertRefused(
                ErrorCode.VERSION_CONFLICT, "version 1", () -> edit().changeSku(mug + "-blue", 0, sku("blue", 1)));
        assertThat(edit().product(mug)).isEqualTo(second);
    }

    @Test
    void oneOfManyChangesOfTheSameVersionWins() {
        edit().create(draft("First", sku("blue", null)));

        List<Optional<Throwable>> failures = testbed.together(IntStream.range(0, CONCURRENT)
                .<Runnable>mapToObj(i -> () -> edit().change(mug, 0, draft("Title " + i, sku("blue", null))))
                .toList());

        assertThat(failures).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(failures).filteredOn(Optional::isPresent).allSatisfy(failure -> assertThat(failure.orElseThrow())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.VERSION_CONFLICT)));
        assertThat(edit().product(mug).version()).isEqualTo(1);
    }

    @Test
    void skusThatAChangeLeavesOutAreRetiredAndStayReadable() {
        edit().create(draft("Mug", sku("blue", null), sku("red", null)));
        ProductTestbed.receive(testbed.jdbc(), mug + "-red", 7);

        ProductView changed = edit().change(mug, 0, draft("Mug", sku("blue", null)));

        assertThat(changed.skus()).extracting(SkuView::forSale).containsExactly(true, false);
        assertThat(catalog().product(mug).skus()).extracting(SkuView::id).containsExactly(mug + "-blue");
        assertThat(catalog().sku(mug + "-red").forSale()).isFalse();
        assertThat(catalog().sku(mug + "-red").stock()).isEqualTo(new StockView(7, 0, 0));
        assertThat(changed.skus().get(1).stock()).isEqualTo(new StockView(7, 0, 0));
    }

    @Test
    void aRetiredProductIsShownToStaffOnlyAndRetiringAgainChangesNothing() {
        edit().create(draft("Mug", sku("blue", null)));

        edit().retire(mug);
        edit().retire(mug);

        assertThat(edit().product(mug)).satisfies(retired -> {
            assertThat(retired.retired()).isTrue();
            assertThat(retired.version()).isEqualTo(1);
            assertThat(retired.skus()).singleElement().satisfies(sku -> assertThat(sku.forSale())
                    .isFalse());
        });
        assertRefused(ErrorCode.PRODUCT_NOT_FOUND, mug, () -> catalog().product(mug));

        assertThat(edit().change(mug, 1, draft("Mug", sku("blue", null))).retired())
                .isFalse();
        assertThat(catalog().product(mug).skus()).hasSize(1);
    }

    @Test
    void everyOneOfManyConcurrentlyAddedSkusIsThere() {
        edit().create(draft("Mug"));

        List<Optional<Throwable>> failures = testbed.together(IntStream.range(0, CONCURRENT)
                .<Runnable>mapToObj(i -> () -> edit().addSku(mug, sku("colour" + i, i + 1)))
                .toList());

        assertThat(failures).containsOnly(Optional.empty());
        assertThat(edit().product(mug).skus()).hasSize(CONCURRENT);
        assertThat(edit().product(mug).version()).isEqualTo(CONCURRENT);
        assertRefused(ErrorCode.SKU_EXISTS, mug + "-colour1", () -> edit().addSku(mug, sku("colour1", null)));
    }

    @Test
    void aSkuOfAnotherProductCannotBeAdded() {
        edit().create(draft("Mug", sku("blue", null)));
        String cup = edit().create(new ProductDraft(null, "Cup", "", shelf, ASSETS, List.of("colour"), null, false))
                .id();

        assertRefused(ErrorCode.SKU_EXISTS, "product " + mug, () -> edit().addSku(cup, sku("blue", null)));
        assertRefused(
                ErrorCode.SKU_EXISTS, "product " + mug, () -> edit().change(cup, 0, draftOf(cup, sku("blue", null))));
        assertThat(edit().product(cup).skus()).isEmpty();
    }

    @Test
    void changesASkuWithoutTouchingTheOthers() {
        edit().create(draft("Mug", sku("blue", null), sku("red", null)));
        ProductTestbed.receive(testbed.jdbc(), mug + "-blue", 3);

        SkuView changed = edit().changeSku(
                        mug + "-blue",
                        0,
                        new SkuDraft(
                                null,
                                List.of(new AttributeView("colour", "navy")),
                                new AssetsDraft(List.of(), "/navy.svg"),
                                new Money("CNY", 99),
                                4,
                                false));

        assertThat(changed.version()).isEqualTo(1);
        assertThat(changed.price()).isEqualTo(new Money("CNY", 99));
        assertThat(changed.limitPerCustomer()).isEqualTo(4);
        assertThat(changed.assets().thumbnail()).isEqualTo(new ImageView("/navy.svg"));
        assertThat(changed.stock()).isEqualTo(new StockView(3, 0, 0));
        assertThat(catalog().sku(mug + "-blue")).isEqualTo(changed);
        assertThat(catalog().sku(mug + "-red").price()).isEqualTo(new Money("CNY", 1500));
    }

    @Test
    void anImportCanBeRepeated() {
        assertThat(edit().importProduct(draft("Mug", sku("blue", null)))).isEqualTo(ImportOutcome.CREATED);
        ProductView created = edit().product(mug);

        assertThat(edit().importProduct(draft("Mug", sku("blue", null)))).isEqualTo(ImportOutcome.UNCHANGED);
        assertThat(edit().product(mug)).isEqualTo(created);

        assertThat(edit().importProduct(draft("Cup", sku("red", null)))).isEqualTo(ImportOutcome.CHANGED);
        assertThat(edit().importProduct(draft("Cup", sku("red", null)))).isEqualTo(ImportOutcome.UNCHANGED);
        assertThat(edit().product(mug)).satisfies(changed -> {
            assertThat(changed.title()).isEqualTo("Cup");
            assertThat(changed.version()).isEqualTo(1);
            assertThat(changed.createdAt()).isEqualTo(created.createdAt());
            assertThat(changed.skus()).extracting(SkuView::forSale).containsExactly(true, false);
        });
    }

    @Test
    void refusesAnImportThatIsNotComplete() {
        assertRefused(ErrorCode.INVALID_FIELD, "skus", () -> edit().importProduct(draftWithoutSkus()));
        edit().importProduct(draft("Mug", sku("blue", null)));
        assertRefused(ErrorCode.SKU_EXISTS, mug, () -> edit().importProduct(
                        draftOf("cup-" + UUID.randomUUID(), sku("blue", null))));
    }

    @Test
    void manyConcurrentImportsOfTheSameMakeOneProduct() {
        ConcurrentLinkedQueue<ImportOutcome> outcomes = new ConcurrentLinkedQueue<>();

        List<Optional<Throwable>> failures = testbed.together(IntStream.range(0, CONCURRENT)
                .<Runnable>mapToObj(i -> () -> outcomes.add(edit().importProduct(draft("Mug", sku("blue", null)))))
                .toList());

        assertThat(failures).containsOnly(Optional.empty());
        List<ImportOutcome> expected = new ArrayList<>(List.of(ImportOutcome.CREATED));
        IntStream.range(1, CONCURRENT).forEach(i -> expected.add(ImportOutcome.UNCHANGED));
        assertThat(outcomes).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(edit().product(mug).version()).isZero();
    }

    @Test
    void changesNothingWhileItCouldNotAnswer() {
        edit().create(draft("First", sku("blue", null)));
        ProductTestbed.whilePostgresIsDown(testbed, () -> {
            assertThat(catchThrowable(() -> edit().change(mug, 0, draft("Second", sku("blue", null)))))
                    .extracting(failure -> Failures.toRefusal(failure).code())
                    .isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
            assertThat(catchThrowable(() -> edit().changeSku(mug + "-blue", 0, sku("blue", 1))))
                    .extracting(failure -> Failures.toRefusal(failure).code())
                    .isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        });
        assertThat(edit().product(mug).version()).isZero();
    }

    private static CatalogEditRpc edit() {
        return testbed.bean(CatalogEditRpc.class);
    }

    private static CatalogRpc catalog() {
        return testbed.bean(CatalogRpc.class);
    }

    private ProductDraft draft(String title, SkuDraft... skus) {
        return new ProductDraft(mug, title, "For tea", shelf, ASSETS, List.of("colour"), List.of(skus), false);
    }

    private ProductDraft draftOf(String id, SkuDraft... skus) {
        return new ProductDraft(id, "Cup", "For tea", shelf, ASSETS, List.of("colour"), List.of(skus), false);
    }

    private ProductDraft draftWithoutSkus() {
        return new ProductDraft(mug, "Mug", "For tea", shelf, ASSETS, List.of("colour"), null, false);
    }

    private SkuDraft sku(String colour, Integer limitPerCustomer) {
        return new SkuDraft(
                mug + "-" + colour,
                List.of(new AttributeView("colour", colour)),
                null,
                new Money("CNY", 1500),
                limitPerCustomer,
                false);
    }

    private static void assertRefused(ErrorCode code, String detail, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.detail()).contains(detail);
        });
    }
}
