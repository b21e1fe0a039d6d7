package io.microecommerce.product.catalog;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.ProductSort;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which products to find.
 *
 * @param words each must stand in title or body, in any case; empty for every product
 * @param categories ids of the categories to look in; null for all
 * @param minPriceMinor one SKU for sale costs at least this, in minor units; null for no bound
 * @param maxPriceMinor the same SKU costs at most this; null for no bound. A bound finds nothing that is retired, for that has
 *     no SKU for sale
 * @param sort by price, products with nothing for sale come last either way
 * @param withRetired retired products, too
 * @param offset how many to pass over
 * @param limit at most so many are returned
 */
public record ProductSearch(
        List<String> words,
        @Nullable Set<String> categories,
        @Nullable Long minPriceMinor,
        @Nullable Long maxPriceMinor,
        ProductSort sort,
        boolean withRetired,
        long offset,
        int limit) {

    /** Each word is a scan of titles and bodies. */
    private static final int MAX_WORDS = 10;

    public ProductSearch {
        words = List.copyOf(words);
        categories = categories == null ? null : Set.copyOf(categories);
    }

    /** @throws Refusal {@code INVALID_FIELD} if there are too many words */
    public static List<String> split(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return List.of();
        }
        List<String> split = List.of(words.strip().split("\\s+"));
        if (split.size() > MAX_WORDS) {
            throw Refusal.invalid("q", "must be at most " + MAX_WORDS + " words");
        }
        return split;
    }
}
