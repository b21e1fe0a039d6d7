package io.microecommerce.product.catalog.store;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A category as the first version stored it, each a document of the collection {@code category}; it is only read. */
@Document("category")
record CategoryDocument(@Id String id, String name, @Nullable String parent, int position) {

    CategoryTreeDocument.Entry toEntry() {
        return new CategoryTreeDocument.Entry(id, 0, name, parent, position);
    }
}
