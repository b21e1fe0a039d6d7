package io.microecommerce.product.catalog.store;

import io.microecommerce.product.catalog.Categories;
import io.microecommerce.product.catalog.Category;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Categories as documents. */
@Repository
class MongoCategories implements Categories {

    private final MongoOperations mongo;

    MongoCategories(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public List<Category> all() {
        return mongo.findAll(CategoryDocument.class).stream()
                .map(CategoryDocument::toCategory)
                .toList();
    }

    @Override
    public boolean addIfAbsent(Category category) {
        try {
            mongo.insert(CategoryDocument.of(category));
            return true;
        } catch (DuplicateKeyException exists) {
            return false;
        }
    }
}
