package io.microecommerce.product.catalog.store;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexInfo;
import org.springframework.data.mongodb.core.index.IndexOperations;
import org.springframework.stereotype.Component;

/**
 * The indexes of the catalogue. Those that a search sorts by end with the id, as the search does: without it MongoDB sorts every
 * match before it returns a page.
 */
@Component
public class CatalogIndexes {

    /** Of the first version; others have taken their place. */
    private static final List<String> OBSOLETE = List.of("product_by_category", "product_by_title");

    private final MongoOperations mongo;

    CatalogIndexes(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Creates those that do not exist, and drops those that nothing asks for any more. */
    public void create() {
        IndexOperations products = mongo.indexOps(ProductDocument.class);
        products.createIndex(ascending(ProductDocument.SKUS_SKU_ID).named("product_by_sku"));
        // Sparse, for a product without SKUs has no such field; without that, there could be one of them only.
        products.createIndex(
                ascending(ProductDocument.SKU_IDS).unique().sparse().named("product_owns_sku"));
        products.createIndex(ascending(ProductDocument.CATEGORY, ProductDocument.TITLE, "_id")
                .named("product_in_category"));
        products.createIndex(ascending(ProductDocument.TITLE, "_id").named("product_in_title_order"));
        products.createIndex(new Index(ProductDocument.CREATED_AT, Direction.DESC)
                .on("_id", Direction.ASC)
                .named("product_newest_first"));
        products.createIndex(byPrice(Direction.ASC).named("product_cheapest_first"));
        products.createIndex(byPrice(Direction.DESC).named("product_dearest_first"));
        Set<String> existing =
                products.getIndexInfo().stream().map(IndexInfo::getName).collect(Collectors.toSet());
        OBSOLETE.stream().filter(existing::contains).forEach(products::dropIndex);
    }

    private static Index ascending(String... fields) {
        Index index = new Index();
        for (String field : fields) {
            index.on(field, Direction.ASC);
        }
        return index;
    }

    private static Index byPrice(Direction direction) {
        return new Index(ProductDocument.FOR_SALE, Direction.DESC)
                .on(ProductDocument.LOWEST_PRICE, direction)
                .on("_id", Direction.ASC);
    }
}
