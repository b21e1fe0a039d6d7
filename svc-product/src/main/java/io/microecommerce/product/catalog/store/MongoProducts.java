package io.microecommerce.product.catalog.store;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.microecommerce.product.catalog.Product;
import io.microecommerce.product.catalog.ProductSearch;
import io.microecommerce.product.catalog.Products;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/**
 * Products as documents. It asks for nothing that needs a replica set or a text index: single-document writes, equality,
 * sorting and regular expressions.
 */
@Repository
class MongoProducts implements Products {

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");

    private final MongoOperations mongo;

    MongoProducts(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Product> byId(String productId) {
        return Optional.ofNullable(mongo.findById(productId, ProductDocument.class))
                .map(ProductDocument::toProduct);
    }

    @Override
    public List<Product> bySkus(Collection<String> skuIds) {
        return find(query(where(ProductDocument.SKU_IDS).in(skuIds)));
    }

    @Override
    public List<Product> search(ProductSearch search) {
        Criteria criteria = where(ProductDocument.RETIRED).is(false);
        if (search.categories() != null) {
            criteria = criteria.and(ProductDocument.CATEGORY).in(search.categories());
        }
        if (!search.words().isEmpty()) {
            criteria = criteria.andOperator(
                    search.words().stream().map(MongoProducts::containsWord).toList());
        }
        return find(query(criteria)
                .with(Sort.by(ProductDocument.TITLE, "_id"))
                .skip(search.offset())
                .limit(search.limit()));
    }

    @Override
    public boolean addIfAbsent(Product product) {
        try {
            mongo.insert(ProductDocument.of(product));
            return true;
        } catch (DuplicateKeyException exists) {
            return false;
        }
    }

    @Override
    public Product replace(Product product) {
        return mongo.save(ProductDocument.of(product)).toProduct();
    }

    private List<Product> find(Query query) {
        return mongo.find(query, ProductDocument.class).stream()
                .map(ProductDocument::toProduct)
                .toList();
    }

    private static Criteria containsWord(String word) {
        // Every sign loses its meaning, so that nobody makes the server evaluate an expression of theirs.
        String literal = NEITHER_LETTER_NOR_DIGIT.matcher(word).replaceAll("\\\\$0");
        return new Criteria()
                .orOperator(
                        where(ProductDocument.TITLE).regex(literal, "i"),
                        where(ProductDocument.BODY).regex(literal, "i"));
    }
}
