package io.microecommerce.product.catalog.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.AssetsDraft;
import io.microecommerce.api.product.CategoryDraft;
import io.microecommerce.api.product.CategoryView;
import io.microecommerce.api.product.ProductDraft;
import io.microecommerce.product.ProductTestbed;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Categories as staff change them. */
class CategoryEditRpcTest {

    private static final int RACES = 30;

    @RegisterExtension
    static final ParticipantTestbed testbed = ProductTestbed.create();

    private final String home = "home-" + UUID.randomUUID();
    private final String tea = "tea-" + UUID.randomUUID();

    @BeforeEach
    void makeTwoOfThem() {
        edit().createCategory(new CategoryDraft(home, "Home", null));
        edit().createCategory(new CategoryDraft(tea, "Tea", home));
    }

    @Test
    void createsAndChanges() {
        assertThat(categories())
                .contains(new CategoryView(home, 0, "Home", null), new CategoryView(tea, 0, "Tea", home));

        CategoryView changed = edit().changeCategory(tea, 0, new CategoryDraft(null, "Teas", null));

        assertThat(changed).isEqualTo(new CategoryView(tea, 1, "Teas", null));
        assertThat(categories()).contains(changed);
        CategoryView madeUp = edit().createCategory(new CategoryDraft(null, "Pots", tea));
        assertThat(madeUp.id()).isNotBlank();
        assertThat(categories()).containsSubsequence(changed, madeUp);
    }

    @Test
    void refusesWhatCannotBe() {
        assertRefused(ErrorCode.CATEGORY_EXISTS, () -> edit().createCategory(new CategoryDraft(tea, "Other", null)));
        assertRefused(ErrorCode.CATEGORY_NOT_FOUND, () -> edit().createCategory(new CategoryDraft(null, "A", "gone")));
        assertRefused(ErrorCode.CATEGORY_NOT_FOUND, () -> edit().changeCategory(
                        "gone", 0, new CategoryDraft(null, "A", null)));
        assertRefused(ErrorCode.CATEGORY_NOT_FOUND, () -> edit().changeCategory(
                        tea, 0, new CategoryDraft(null, "A", "gone")));
        assertRefused(
                ErrorCode.VERSION_CONFLICT, () -> edit().changeCategory(tea, 1, new CategoryDraft(null, "A", null)));
        assertRefused(ErrorCode.INVALID_FIELD, () -> edit().changeCategory(tea, 0, new CategoryDraft(home, "A", null)));
        assertRefused(
                ErrorCode.CATEGORY_CIRCULAR, () -> edit().changeCategory(home, 0, new CategoryDraft(null, "A", tea)));
        assertRefused(
                ErrorCode.CATEGORY_CIRCULAR, () -> edit().changeCategory(tea, 0, new CategoryDraft(null, "A", tea)));
        assertRefused(ErrorCode.CATEGORY_NOT_FOUND, () -> edit().removeCategory("gone"));
        assertThat(categories())
                .contains(new CategoryView(home, 0, "Home", null), new CategoryView(tea, 0, "Tea", home));
    }

    @Test
    void removesOnlyWhatIsEmpty() {
        String product = edit().create(inCategory(tea)).id();
        edit().retire(product);

        assertRefused(ErrorCode.CATEGORY_NOT_EMPTY, () -> edit().removeCategory(home));
        assertRefused(ErrorCode.CATEGORY_NOT_EMPTY, () -> edit().removeCategory(tea));

        edit().change(product, 1, inCategory(home));
        edit().removeCategory(tea);

        assertThat(categories()).extracting(CategoryView::id).contains(home).doesNotContain(tea);
        assertRefused(ErrorCode.CATEGORY_NOT_FOUND, () -> edit().removeCategory(tea));
    }

    @RepeatedTest(5)
    void twoMovesAtTheSameTimeFormNoCircle() {
        String pots =
                edit().createCategory(new CategoryDraft(null, "Pots", null)).id();
        String pans =
                edit().createCategory(new CategoryDraft(null, "Pans", null)).id();

        List<Optional<Throwable>> failures = testbed.together(List.of(
                () -> edit().changeCategory(pots, 0, new CategoryDraft(null, "Pots", pans)),
                () -> edit().changeCategory(pans, 0, new CategoryDraft(null, "Pans", pots))));

        assertThat(failures).filteredOn(Optional::isPresent).singleElement().satisfies(failure -> assertThat(
                        failure.orElseThrow())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.CATEGORY_CIRCULAR)));
        assertThat(categories()).extracting(CategoryView::id).contains(pots, pans);
    }

    @Test
    void aProductNeverStandsInACategoryThatWasRemovedAtThatMoment() {
        for (int race = 0; race < RACES; race++) {
            String shelf = edit().createCategory(new CategoryDraft(null, "Shelf", home))
                    .id();
            String product = "p-" + UUID.randomUUID();

            List<Optional<Throwable>> failures =
                    testbed.together(List.of(() -> edit().removeCategory(shelf), () -> edit().create(
                                    new ProductDraft(product, "P", "", shelf, pictures(), List.of(), null, false))));

            boolean created = failures.get(1).isEmpty();
            boolean stands =
                    categories().stream().anyMatch(category -> category.id().equals(shelf));
            assertThat(stands || !created).as("race %d: %s", race, failures).isTrue();
        }
    }

    private static CatalogEditRpc edit() {
        return testbed.bean(CatalogEditRpc.class);
    }

    private static List<CategoryView> categories() {
        return testbed.bean(CatalogRpc.class).categories();
    }

    private static ProductDraft inCategory(String category) {
        return new ProductDraft(null, "Green tea", "", category, pictures(), List.of(), null, false);
    }

    private static AssetsDraft pictures() {
        return new AssetsDraft(List.of(), "/t.svg");
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
