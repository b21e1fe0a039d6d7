package io.microecommerce.product.catalog;

import io.microecommerce.api.Limits;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A product with all its SKUs; they are stored and changed together.
 *
 * @param version counts the changes, for optimistic locking; null until it is stored
 * @param category id of the category it stands in
 * @param variants names of the attributes in which its SKUs differ
 * @param retired no longer shown or sold, with all its SKUs
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
        boolean retired) {

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
            List<String> names = sku.attributes().stream().map(Attribute::name).toList();
            if (!names.equals(variants)) {
                throw new IllegalArgumentException(
                        "SKU " + sku.id() + " must have the attributes " + variants + ", has " + names);
            }
        }
    }
}
