package io.microecommerce.product.catalog.store;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Fills in what documents of the first version lack and the searches and changes of this one rely on. */
@Component
public class CatalogUpgrade {

    private static final int BATCH = 100;

    private static final Logger log = LoggerFactory.getLogger(CatalogUpgrade.class);

    private final MongoOperations mongo;

    CatalogUpgrade(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Does nothing where nothing is lacking. Several replicas may run it at once. */
    public void run() {
        List<ProductDocument> lacking = lackingAfter("");
        while (!lacking.isEmpty()) {
            log.info("Filling in {} products of an earlier version", lacking.size());
            lacking.forEach(this::fillIn);
            lacking = lackingAfter(lacking.get(lacking.size() - 1).id());
        }
    }

    private List<ProductDocument> lackingAfter(String id) {
        return mongo.find(
                query(where(ProductDocument.FOR_SALE).exists(false).and("_id").gt(id))
                        .with(Sort.by("_id"))
                        .limit(BATCH),
                ProductDocument.class);
    }

    /** It is no change of the product, so its version stays; if somebody has changed it since, it lacks nothing any more. */
    private void fillIn(ProductDocument read) {
        ProductDocument whole = ProductDocument.of(read.toProduct());
        Update update = new Update()
                .set(ProductDocument.VERSION, whole.version())
                .set(ProductDocument.CREATED_AT, whole.createdAt())
                .set(ProductDocument.FOR_SALE, whole.forSale());
        if (whole.skuIds() != null) {
            update.set(ProductDocument.SKU_IDS, whole.skuIds());
        }
        if (whole.lowestPriceMinor() != null) {
            update.set(ProductDocument.LOWEST_PRICE, whole.lowestPriceMinor());
        }
        mongo.updateFirst(
                query(where("_id").is(read.id()).and(ProductDocument.VERSION).is(read.version())),
                update,
                ProductDocument.COLLECTION);
    }
}
