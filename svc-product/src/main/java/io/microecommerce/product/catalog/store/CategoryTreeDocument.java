package io.microecommerce.product.catalog.store;

import io.microecommerce.product.catalog.Category;
import io.microecommerce.product.catalog.CategoryTree;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;

/**
 * All categories, in the one document of the collection {@code category_tree}: MongoDB changes one document atomically and no
 * more, and whether a category may move depends on all the others.
 */
@Document("category_tree")
record CategoryTreeDocument(@Id String id, @Version @Nullable Long version, List<Entry> categories) {

    static final String THE_ONLY_ID = "categories";

    record Entry(
            @Field("category_id") String categoryId,
            long version,
            String name,
            @Nullable String parent,
            int position) {}

    CategoryTreeDocument with(CategoryTree tree) {
        return new CategoryTreeDocument(
                id,
                version,
                tree.all().stream()
                        .map(category -> new Entry(
                                category.id(),
                                category.version(),
                                category.name(),
                                category.parent(),
                                category.position()))
                        .toList());
    }

    CategoryTree toTree() {
        return new CategoryTree(categories.stream()
                .map(entry -> new Category(entry.categoryId, entry.version, entry.name, entry.parent, entry.position))
                .toList());
    }
}
