package io.microecommerce.product.catalog.store;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.product.catalog.Categories;
import io.microecommerce.product.catalog.CategoryTree;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** The category tree as one document with a version. Until it is first changed, it is what the first version stored. */
@Repository
class MongoCategories implements Categories {

    /** Of those who change it at the same time one gets through each time, so this many together always do. */
    private static final int MAX_ATTEMPTS = 50;

    private final MongoOperations mongo;

    MongoCategories(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public CategoryTree tree() {
        return read().toTree();
    }

    @Override
    public CategoryTree change(UnaryOperator<CategoryTree> change) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            CategoryTreeDocument stored = read();
            CategoryTree tree = stored.toTree();
            CategoryTree changed = change.apply(tree);
            if (changed == tree || saved(stored.with(changed))) {
                return changed;
            }
        }
        throw new Refusal(
                ErrorCode.VERSION_CONFLICT,
                "Others keep changing the categories at this moment. Read them again, and send the change again.");
    }

    private CategoryTreeDocument read() {
        CategoryTreeDocument stored = mongo.findById(CategoryTreeDocument.THE_ONLY_ID, CategoryTreeDocument.class);
        if (stored != null) {
            return stored;
        }
        return new CategoryTreeDocument(
                CategoryTreeDocument.THE_ONLY_ID,
                null,
                mongo.findAll(CategoryDocument.class).stream()
                        .map(CategoryDocument::toEntry)
                        .toList());
    }

    /** False if it was changed since it was read, or stored for the first time. */
    private boolean saved(CategoryTreeDocument changed) {
        try {
            mongo.save(changed);
            return true;
        } catch (OptimisticLockingFailureException | DuplicateKeyException overtaken) {
            return false;
        }
    }
}
