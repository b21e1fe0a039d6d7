package io.microecommerce.gateway.product.web;

import io.microecommerce.api.product.CategoryView;
import org.jspecify.annotations.Nullable;

/**
 * A category of the tree.
 *
 * @param version counts its changes; a change names the one that it was made from
 * @param parentId null for a category at the top
 */
record CategoryResponse(String id, long version, String name, @Nullable String parentId) {

    static CategoryResponse of(CategoryView category) {
        return new CategoryResponse(category.id(), category.version(), category.name(), category.parentId());
    }
}
