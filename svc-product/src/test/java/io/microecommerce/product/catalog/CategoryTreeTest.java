package io.microecommerce.product.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CategoryTreeTest {

    private final CategoryTree tree = new CategoryTree(List.of(
            new Category("tea", "Tea", "kitchen", 2),
            new Category("pots", "Pots", "kitchen", 1),
            new Category("kitchen", "Kitchen", "home", 1),
            new Category("books", "Books", null, 2),
            new Category("home", "Home", null, 1),
            new Category("orphan", "Orphan", "gone", 3)));

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
        CategoryTree circle = new CategoryTree(List.of(new Category("a", "A", "b", 1), new Category("b", "B", "a", 1)));

        assertThat(circle.subtree("a")).containsExactlyInAnyOrder("a", "b");
        assertThat(circle.parentsFirst()).isEmpty();
    }
}
