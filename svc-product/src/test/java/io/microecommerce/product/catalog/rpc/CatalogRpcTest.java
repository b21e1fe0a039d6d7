package io.microecommerce.product.catalog.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.product.CategoryView;
import io.microecommerce.api.product.ProductPage;
import io.microecommerce.api.product.ProductQuery;
import io.microecommerce.api.product.ProductSort;
import io.microecommerce.api.product.ProductView;
import io.microecommerce.api.product.SkuView;
import io.microecommerce.api.product.SkuView.StockView;
import io.microecommerce.product.ProductTestbed;
import io.microecommerce.product.catalog.Assets;
import io.microecommerce.product.catalog.Attribute;
import io.microecommerce.product.catalog.Categories;
import io.microecommerce.product.catalog.Category;
import io.microecommerce.product.catalog.Product;
import io.microecommerce.product.catalog.Products;
import io.microecommerce.product.catalog.Sku;
import io.microecommerce.service.rpc.Failures;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The facade over both stores. */
class CatalogRpcTest {

    private static final Assets ASSETS = new Assets(List.of("/slide.svg"), "/thumbnail.svg");

    @RegisterExtension
    static final ParticipantTestbed testbed = ProductTestbed.create();

    private final String shelf = "shelf-" + UUID.randomUUID();
    private final String board = "board-" + UUID.randomUUID();
    private final String mug = "mug-" + UUID.randomUUID();

    @BeforeEach
    void fillTheShelf() {
        Categories categories = testbed.bean(Categories.class);
        categories.change(tree ->
                tree.with(new Category(shelf, 0, "Shelf", null, 1)).with(new Category(board, 0, "Board", shelf, 1)));
        testbed.bean(Products.class)
                .addIfAbsent(product(mug, board, false, sku("-blue", "blue", false), sku("-red", "red", true)));
        ProductTestbed.receive(testbed.jdbc(), mug + "-blue", 5);
    }

    @Test
    void productShowsWhatIsForSaleWithItsStock() {
        ProductView view = catalog().product(mug);

        assertThat(view.title()).isEqualTo("Mug");
        assertThat(view.assets().ppt()).hasSize(1);
        assertThat(view.variants().attrs()).hasSize(1);
        assertThat(view.skus()).singleElement().satisfies(sku -> {
            assertThat(sku.id()).isEqualTo(mug + "-blue");
            assertThat(sku.price()).isEqualTo(new Money("CNY", 1500));
            assertThat(sku.stock()).isEqualTo(new StockView(5, 0, 0));
        });
    }

    @Test
    void skusTellRetiredOnesAndLeaveOutUnknownOnes() {
        List<SkuView> skus = catalog().skus(List.of(mug + "-blue", mug + "-red", "gone"));

        assertThat(skus).hasSize(2);
        assertThat(skus).filteredOn(SkuView::forSale).extracting(SkuView::id).containsExactly(mug + "-blue");
        assertThat(catalog().sku(mug + "-red").forSale()).isFalse();
        assertThat(catalog().sku(mug + "-red").stock()).isEqualTo(new StockView(0, 0, 0));
        assertThat(catalog().skus(List.of())).isEmpty();
    }

    @Test
    void skusOfARetiredProductAreNotForSale() {
        String old = "old-" + UUID.randomUUID();
        testbed.bean(Products.class)
                .addIfAbsent(product(
                        old,
                        board,
                        true,
                        new Sku(
                                old + "-blue",
                                List.of(new Attribute("colour", "blue")),
                                ASSETS,
                                new Money("CNY", 1),
                                null,
                                false)));

        assertThat(catalog().sku(old + "-blue").forSale()).isFalse();
        assertRefused(ErrorCode.PRODUCT_NOT_FOUND, () -> catalog().product(old));
    }

    @Test
    void searchesTheSubtreeOfACategoryPageByPage() {
        ProductPage first = catalog().products(query("MUG", shelf, 0, 1));

        assertThat(first.items()).extracting(ProductView::id).containsExactly(mug);
        assertThat(first.hasMore()).isFalse();

        testbed.bean(Products.class).addIfAbsent(product(mug + "2", shelf, false, sku("2-blue", "blue", false)));
        assertThat(catalog().products(query(null, shelf, 0, 1)).hasMore()).isTrue();
        assertThat(catalog().products(query(null, shelf, 1, 1)).items())
                .extracting(ProductView::id)
                .containsExactly(mug + "2");
        assertThat(catalog().products(query(null, board, 0, 10)).items())
                .extracting(ProductView::id)
                .containsExactly(mug);
        assertThat(catalog().products(query(null, "nowhere", 0, 10)).items()).isEmpty();
    }

    @Test
    void showsStaffWhatIsRetired() {
        String old = "old-" + UUID.randomUUID();
        testbed.bean(Products.class).addIfAbsent(product(old, shelf, true));

        ProductPage page =
                catalog().products(new ProductQuery(null, shelf, null, null, ProductSort.PRICE_ASCENDING, true, 0, 10));

        assertThat(page.items()).extracting(ProductView::id).containsExactly(mug, old);
        assertThat(page.items()).extracting(ProductView::retired).containsExactly(false, true);
        assertThat(page.items().get(0).skus())
                .extracting(SkuView::id, SkuView::forSale, sku -> sku.stock().available())
                .containsExactly(tuple(mug + "-blue", true, 5L), tuple(mug + "-red", false, 0L));
    }

    @Test
    void searchesByPrice() {
        assertThat(catalog()
                        .products(new ProductQuery(null, shelf, 1500L, 1500L, ProductSort.NEWEST, false, 0, 10))
                        .items())
                .extracting(ProductView::id)
                .containsExactly(mug);
        assertThat(catalog()
                        .products(new ProductQuery(null, shelf, 1501L, null, ProductSort.NEWEST, false, 0, 10))
                        .items())
                .isEmpty();
    }

    @Test
    void listsParentCategoriesFirst() {
        assertThat(catalog().categories()).extracting(CategoryView::id).containsSubsequence(shelf, board);
    }

    @Test
    void saysWhatDoesNotExist() {
        assertRefused(ErrorCode.PRODUCT_NOT_FOUND, () -> catalog().product("gone"));
        assertRefused(ErrorCode.SKU_NOT_FOUND, () -> catalog().sku("gone"));
    }

    @Test
    void refusesIdsThatAreNoneAndTooManyOfThem() {
        assertRefused(ErrorCode.INVALID_FIELD, () -> catalog().product("no/id"));
        assertRefused(ErrorCode.INVALID_FIELD, () -> catalog()
                .skus(IntStream.range(0, 101).mapToObj(i -> "sku-" + i).toList()));
    }

    @Test
    void answersUnavailableRatherThanLieAboutStockWhilePostgresIsDown() {
        ProductTestbed.whilePostgresIsDown(testbed, () -> {
            assertThat(catchThrowable(() -> catalog().product(mug)))
                    .extracting(failure -> Failures.toRefusal(failure).code())
                    .isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
            assertThat(catchThrowable(() -> catalog().products(query(null, shelf, 0, 10))))
                    .extracting(failure -> Failures.toRefusal(failure).code())
                    .isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        });
        assertThat(catalog().product(mug).skus()).hasSize(1);
    }

    private static CatalogRpc catalog() {
        return testbed.bean(CatalogRpc.class);
    }

    private static ProductQuery query(String words, String category, int page, int size) {
        return new ProductQuery(words, category, null, null, ProductSort.TITLE, false, page, size);
    }

    private Sku sku(String suffix, String colour, boolean retired) {
        return new Sku(
                mug + suffix, List.of(new Attribute("colour", colour)), ASSETS, new Money("CNY", 1500), null, retired);
    }

    private static Product product(String id, String category, boolean retired, Sku... skus) {
        return new Product(
                id, null, "Mug", "For tea", category, ASSETS, List.of("colour"), List.of(skus), retired, Instant.EPOCH);
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
