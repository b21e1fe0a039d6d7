package io.microecommerce.product.catalog;

import io.microecommerce.api.Limits;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A product with all its SKUs; they are stored and changed together.
 *
 * @param version counts the changes, for optimistic locking; null until it is stored
 * @param category id of the category it stands in
 * @param variants names of the attributes in which its SKUs differ
 * @param skus with a value for each variant, but for retired ones: those keep what they were sold as
 * @param retired no longer shown or sold, with all its SKUs
 * @param createdAt to the millisecond; {@link Instant#EPOCH} for what is older than this record of it
 */
public record Product(
        String id,
        @Nullable Long version,
        String title,
        String body,
        String category,
        Assets assets,
        List<String> variants,
        List<Sku> skus,
        boolean retired,
        Instant createdAt) {

    public Product {
        Limits.requireId("product_id", id);
        Limits.requireId("category", category);
        variants = List.copyOf(variants);
        skus = List.copyOf(skus);
        requireDistinctSkus(id, skus);
        requireEveryVariant(variants, skus);
    }

    public List<Sku> skusForSale() {
        return skus.stream().filter(this::sells).toList();
    }

    /** Whether this SKU of the product can be bought, stock aside. */
    public boolean sells(Sku sku) {
        return !retired && !sku.retired();
    }

    /** What its cheapest SKU for sale costs, in minor units; empty if nothing of it is for sale. */
    public OptionalLong lowestPriceMinor() {
        return skusForSale().stream().mapToLong(sku -> sku.price().minor()).min();
    }

    Product withSkus(List<Sku> changed) {
        return new Product(id, version, title, body, category, assets, variants, changed, retired, createdAt);
    }

    Product retire() {
        return new Product(id, version, title, body, category, assets, variants, skus, true, createdAt);
    }

    private static void requireDistinctSkus(String id, List<Sku> skus) {
        Set<String> seen = new HashSet<>();
        for (Sku sku : skus) {
            if (!seen.add(sku.id())) {
                throw new IllegalArgumentException("Product " + id + " holds SKU " + sku.id() + " twice");
            }
        }
    }

    private static void requireEveryVariant(List<String> variants, List<Sku> skus) {
        for (Sku sku : skus) {
            if (!sku.retired() && !sku.has(variants)) {
                throw new IllegalArgumentException("SKU " + sku.id() + " must have the attributes " + variants);
            }
        }
    }
}
