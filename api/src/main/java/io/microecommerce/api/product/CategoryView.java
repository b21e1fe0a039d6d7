package io.microecommerce.api.product;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** @param parentId null for a category at the top */
public record CategoryView(String id, String name, @Nullable String parentId) implements Serializable {}
