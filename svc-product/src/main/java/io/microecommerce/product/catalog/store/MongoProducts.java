package io.microecommerce.product.catalog.store;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.microecommerce.api.product.ProductSort;
import io.microecommerce.product.catalog.Product;
import io.microecommerce.product.catalog.ProductSearch;
import io.microecommerce.product.catalog.Products;
import io.microecommerce.product.catalog.store.ProductDocument.SkuDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
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
        return find(query(where(ProductDocument.SKUS_SKU_ID).in(skuIds)));
    }

    @Override
    public List<Product> search(ProductSearch search) {
        return find(query(matching(search))
                .with(order(search.sort()))
                .skip(search.offset())
                .limit(search.limit()));
    }

    @Override
    public boolean anyIn(String category) {
        return mongo.exists(query(where(ProductDocument.CATEGORY).is(category)), ProductDocument.class);
    }

    @Override
    public Optional<Product> addIfAbsent(Product product) {
        try {
            return Optional.of(mongo.insert(ProductDocument.of(product)).toProduct());
        } catch (DuplicateKeyException exists) {
            return Optional.empty();
        }
    }

    @Override
    public Product replace(Product product) {
        return mongo.save(ProductDocument.of(product)).toProduct();
    }

    private static Criteria matching(ProductSearch search) {
        List<Criteria> all = new ArrayList<>();
        boolean byPrice = search.minPriceMinor() != null || search.maxPriceMinor() != null;
        if (!search.withRetired() || byPrice) {
            all.add(where(ProductDocument.RETIRED).is(false));
        }
        if (search.categories() != null) {
            all.add(where(ProductDocument.CATEGORY).in(search.categories()));
        }
        if (byPrice) {
            all.add(where(ProductDocument.SKUS)
                    .elemMatch(forSaleBetween(search.minPriceMinor(), search.maxPriceMinor())));
        }
        search.words().forEach(word -> all.add(containsWord(word)));
        return all.isEmpty() ? new Criteria() : new Criteria().andOperator(all);
    }

    private static Criteria forSaleBetween(@Nullable Long minPriceMinor, @Nullable Long maxPriceMinor) {
        Criteria price = where(SkuDocument.RETIRED).is(false).and(SkuDocument.PRICE);
        if (minPriceMinor != null) {
            price = price.gte(minPriceMinor);
        }
        if (maxPriceMinor != null) {
            price = price.lte(maxPriceMinor);
        }
        return price;
    }

    private static Sort order(ProductSort sort) {
        Sort ties = Sort.by("_id");
        return switch (sort) {
            case TITLE -> Sort.by(ProductDocument.TITLE).and(ties);
            case NEWEST -> Sort.by(Direction.DESC, ProductDocument.CREATED_AT).and(ties);
            case PRICE_ASCENDING -> byPrice(Direction.ASC).and(ties);
            case PRICE_DESCENDING -> byPrice(Direction.DESC).and(ties);
        };
    }

    private static Sort byPrice(Direction direction) {
        return Sort.by(Direction.DESC, ProductDocument.FOR_SALE).and(Sort.by(direction, ProductDocument.LOWEST_PRICE));
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
