package io.microecommerce.product.catalog.store;

import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;
import org.springframework.stereotype.Component;

/** The indexes of the catalogue. */
@Component
public class CatalogIndexes {

    private final MongoOperations mongo;

    CatalogIndexes(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Creates those that do not exist. */
    public void create() {
        IndexOperations products = mongo.indexOps(ProductDocument.class);
        products.createIndex(new Index(ProductDocument.SKU_IDS, Direction.ASC).named("product_by_sku"));
        products.createIndex(new Index(ProductDocument.CATEGORY, Direction.ASC)
                .on(ProductDocument.TITLE, Direction.ASC)
                .named("product_by_category"));
        products.createIndex(new Index(ProductDocument.TITLE, Direction.ASC).named("product_by_title"));
    }
}
