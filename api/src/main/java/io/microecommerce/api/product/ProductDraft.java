package io.microecommerce.api.product;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.Refusal;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product as staff give it.
 *
 * @param id null to have one made up; never changes afterwards
 * @param title 1 to 200 characters
 * @param body 0 to 20,000 characters
 * @param category id of the category it stands in
 * @param variants names of the attributes in which its SKUs differ, at most {@link #MAX_VARIANTS}
 * @param skus all its SKUs, at most {@link Limits#MAX_LINES}. In a change, null leaves them as they are, and those that are no
 *     longer listed are retired: orders and carts still speak of them
 * @param retired neither shown to shoppers nor sold, with all its SKUs
 */
public record ProductDraft(
        @Nullable String id,
        String title,
        String body,
        String category,
        AssetsDraft assets,
        List<String> variants,
        @Nullable List<SkuDraft> skus,
        boolean retired)
        implements Serializable {

    public static final int MAX_VARIANTS = 10;
    public static final int MAX_VARIANT_LENGTH = 60;
    private static final int MAX_TITLE_LENGTH = 200;
    private static final int MAX_BODY_LENGTH = 20_000;

    public ProductDraft {
        if (id != null) {
            Limits.requireId("id", id);
        }
        Limits.requireText("title", title, MAX_TITLE_LENGTH);
        if (body.length() > MAX_BODY_LENGTH) {
            throw Refusal.invalid("body", "must be at most " + MAX_BODY_LENGTH + " characters");
        }
        Limits.requireId("category", category);
        variants = List.copyOf(variants);
        if (variants.size() > MAX_VARIANTS || new HashSet<>(variants).size() < variants.size()) {
            throw Refusal.invalid("variants", "must be at most " + MAX_VARIANTS + " different names");
        }
        variants.forEach(name -> Limits.requireText("variants", name, MAX_VARIANT_LENGTH));
        if (skus != null) {
            skus = List.copyOf(skus);
            if (skus.size() > Limits.MAX_LINES) {
                throw Refusal.invalid("skus", "must be at most " + Limits.MAX_LINES);
            }
        }
    }
}
