package io.microecommerce.api.product;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A category of the tree.
 *
 * @param version counts its changes; a change must name the version that it was made from
 * @param parentId null for a category at the top
 */
public record CategoryView(String id, long version, String name, @Nullable String parentId) implements Serializable {}
