package io.microecommerce.api.product;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.Refusal;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A search in the catalogue.
 *
 * @param words words that title or body must contain, all of them, in any case; null or blank for every product
 * @param category id of a category whose subtree is searched; null for all
 * @param minPriceMinor a SKU for sale must cost at least this, in minor units; null for no bound
 * @param maxPriceMinor the same SKU must cost at most this; null for no bound
 * @param withRetired also what is retired: for staff
 * @param page 0 for the first
 * @param size items a page, 1 to {@link Limits#MAX_PAGE_SIZE}
 */
public record ProductQuery(
        @Nullable String words,
        @Nullable String category,
        @Nullable Long minPriceMinor,
        @Nullable Long maxPriceMinor,
        ProductSort sort,
        boolean withRetired,
        int page,
        int size)
        implements Serializable {

    private static final int MAX_WORDS_LENGTH = 100;
    private static final int MAX_PAGE = 1_000;

    public ProductQuery {
        if (words != null && words.length() > MAX_WORDS_LENGTH) {
            throw Refusal.invalid("q", "must be at most " + MAX_WORDS_LENGTH + " characters");
        }
        if (page < 0 || page > MAX_PAGE) {
            throw Refusal.invalid("page", "must be 0 to " + MAX_PAGE);
        }
        if (category != null) {
            Limits.requireId("category", category);
        }
        if (minPriceMinor != null && minPriceMinor < 0) {
            throw Refusal.invalid("min_price", "must not be negative");
        }
        if (maxPriceMinor != null && maxPriceMinor < (minPriceMinor == null ? 0 : minPriceMinor)) {
            throw Refusal.invalid("max_price", "must not be less than min_price");
        }
        Limits.requirePageSize(size);
    }
}
