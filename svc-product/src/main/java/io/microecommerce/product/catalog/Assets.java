package io.microecommerce.product.catalog;

import java.util.List;

/**
 * Pictures, as addresses.
 *
 * @param slides those of the product page, in order; may be empty
 * @param thumbnail the small one of lists
 */
public record Assets(List<String> slides, String thumbnail) {

    public Assets {
        slides = List.copyOf(slides);
    }
}
