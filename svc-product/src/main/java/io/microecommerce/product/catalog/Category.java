package io.microecommerce.product.catalog;

import io.microecommerce.api.Limits;
import org.jspecify.annotations.Nullable;

/**
 * A shelf of the shop.
 *
 * @param version counts the changes of this category, from 0
 * @param parent id of the category that it is part of; null at the top
 * @param position its place among its siblings, ascending
 */
public record Category(String id, long version, String name, @Nullable String parent, int position) {

    public Category {
        Limits.requireId("category", id);
    }
}
