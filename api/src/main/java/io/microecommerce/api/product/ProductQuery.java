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
 * @param page 0 for the first
 * @param size items a page, 1 to {@link Limits#MAX_PAGE_SIZE}
 */
public record ProductQuery(@Nullable String words, @Nullable String category, int page, int size)
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
        Limits.requirePageSize(size);
    }
}
