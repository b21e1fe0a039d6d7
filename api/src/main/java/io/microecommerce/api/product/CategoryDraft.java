package io.microecommerce.api.product;

import io.microecommerce.api.Limits;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A category as staff give it.
 *
 * @param id null to have one made up; never changes afterwards
 * @param name 1 to 60 characters
 * @param parentId null for a category at the top
 */
public record CategoryDraft(@Nullable String id, String name, @Nullable String parentId) implements Serializable {

    private static final int MAX_NAME_LENGTH = 60;

    public CategoryDraft {
        if (id != null) {
            Limits.requireId("id", id);
        }
        Limits.requireText("name", name, MAX_NAME_LENGTH);
        if (parentId != null) {
            Limits.requireId("parent_id", parentId);
        }
    }
}
