package io.microecommerce.product.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CategoryTreeTest {

    private final CategoryTree tree = new CategoryTree(List.of(
            new Category("tea", 0, "Tea", "kitchen", 2),
            new Category("pots", 0, "Pots", "kitchen", 1),
            new Category("kitchen", 0, "Kitchen", "home", 1),
            new Category("books", 0, "Books", null, 2),
            new Category("home", 0, "Home", null, 1),
            new Category("orphan", 0, "Orphan", "gone", 3)));

    @Test
    void listsParentsBeforeTheirChildrenAndSiblingsByPosition() {
        assertThat(tree.parentsFirst())
                .extracting(Category::id)
                .containsExactly("home", "books", "orphan", "kitchen", "pots", "tea");
    }

    @Test
    void subtreeHoldsEveryCategoryBelow() {
        assertThat(tree.subtree("home")).containsExactlyInAnyOrder("home", "kitchen", "pots", "tea");
        assertThat(tree.subtree("tea")).containsExactly("tea");
    }

    @Test
    void subtreeOfAnUnknownCategoryIsOnlyItself() {
        assertThat(tree.subtree("nowhere")).containsExactly("nowhere");
    }

    @Test
    void endsOnACircleInTheData() {
        CategoryTree circle =
                new CategoryTree(List.of(new Category("a", 0, "A", "b", 1), new Category("b", 0, "B", "a", 1)));

        assertThat(circle.subtree("a")).containsExactlyInAnyOrder("a", "b");
        assertThat(circle.parentsFirst()).isEmpty();
    }

    @Test
    void isNotChangedByWhatIsMadeOfIt() {
        CategoryTree without = tree.without("books");

        assertThat(without.find("books")).isEmpty();
        assertThat(tree.find("books")).isPresent();
        assertThat(tree.with(new Category("books", 1, "Papers", null, 2)).find("books"))
                .get()
                .extracting(Category::name)
                .isEqualTo("Papers");
    }

    @Test
    void aNewCategoryStandsBehindItsSiblings() {
        assertThat(tree.nextPosition("kitchen")).isEqualTo(3);
        assertThat(tree.nextPosition("tea")).isEqualTo(1);
        assertThat(tree.nextPosition(null)).isEqualTo(3);
    }

    @Test
    void takesBackARemovedCategoryAtTheTopIfItsParentIsGone() {
        Category tea = tree.find("tea").orElseThrow();

        assertThat(tree.withAgain(new Category("tea", 9, "Other", null, 9))).isSameAs(tree);
        assertThat(tree.without("tea").withAgain(tea).find("tea")).contains(tea);
        assertThat(tree.without("tea").without("kitchen").withAgain(tea).find("tea"))
                .get()
                .extracting(Category::parent)
                .isNull();
    }
}
