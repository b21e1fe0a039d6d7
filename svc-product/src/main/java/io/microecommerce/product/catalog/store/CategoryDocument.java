package io.microecommerce.product.catalog.store;

import io.microecommerce.product.catalog.Category;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A category in the collection {@code category}. */
@Document("category")
record CategoryDocument(@Id String id, String name, @Nullable String parent, int position) {

    static CategoryDocument of(Category category) {
        return new CategoryDocument(category.id(), category.name(), category.parent(), category.position());
    }

    Category toCategory() {
        return new Category(id, name, parent, position);
    }
}
