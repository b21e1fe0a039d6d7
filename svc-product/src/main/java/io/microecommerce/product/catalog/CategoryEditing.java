package io.microecommerce.product.catalog;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.CategoryDraft;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * What staff do to categories. Every rule is checked on the tree that the change is then made to, in one step, so two moves at the
 * same time cannot form a circle together.
 */
@Service
public class CategoryEditing {

    /** All are read for each page of a category, and they are one document. */
    private static final int MAX_CATEGORIES = 1_000;

    private static final Logger log = LoggerFactory.getLogger(CategoryEditing.class);

    private final Categories categories;
    private final Products products;

    CategoryEditing(Categories categories, Products products) {
        this.categories = categories;
        this.products = products;
    }

    /** @throws Refusal {@code CATEGORY_EXISTS}, {@code CATEGORY_NOT_FOUND} for the parent, {@code INVALID_FIELD} */
    public Category create(CategoryDraft draft) {
        String id = draft.id() == null ? UUID.randomUUID().toString() : draft.id();
        CategoryTree changed = categories.change(tree -> {
            if (tree.find(id).isPresent()) {
                throw new Refusal(
                        ErrorCode.CATEGORY_EXISTS,
                        "There is a category " + id + " already; change that, or choose another id.");
            }
            if (tree.all().size() >= MAX_CATEGORIES) {
                throw Refusal.invalid("category", "must be one of at most " + MAX_CATEGORIES + "; remove another");
            }
            requireParent(tree, draft.parentId());
            int position = tree.nextPosition(draft.parentId());
            return tree.with(new Category(id, 0, draft.name(), draft.parentId(), position));
        });
        log.info("Category {} created", id);
        return changed.find(id).orElseThrow();
    }

    /** @throws Refusal as {@link io.microecommerce.api.product.CatalogEditFacade#changeCategory} documents */
    public Category change(String id, long version, CategoryDraft draft) {
        if (draft.id() != null && !draft.id().equals(id)) {
            throw Refusal.invalid("id", "must be " + id + ", for an id never changes; leave it out");
        }
        CategoryTree changed = categories.change(tree -> {
            Category current = tree.find(id).orElseThrow(() -> notFound(id));
            if (current.version() != version) {
                throw new Refusal(
                        ErrorCode.VERSION_CONFLICT,
                        "Category " + id + " is at version " + current.version() + ", not " + version
                                + ": somebody changed it since. Read it again, and change that.");
            }
            requireParent(tree, draft.parentId());
            if (draft.parentId() != null && tree.subtree(id).contains(draft.parentId())) {
                throw new Refusal(
                        ErrorCode.CATEGORY_CIRCULAR,
                        "Category " + draft.parentId() + " stands below " + id + ", so it cannot be its parent.");
            }
            Category moved = moved(tree, current, draft);
            return moved.equals(current) ? tree : tree.with(moved);
        });
        log.info("Category {} changed", id);
        return changed.find(id).orElseThrow();
    }

    /**
     * Removes it, and puts it back if a product was put into it at that moment: a product is another document, which cannot be
     * looked at and kept out in the same step.
     *
     * @throws Refusal {@code CATEGORY_NOT_FOUND}, {@code CATEGORY_NOT_EMPTY}
     */
    public void remove(String id) {
        requireNoProducts(id);
        AtomicReference<Category> removed = new AtomicReference<>();
        categories.change(tree -> {
            removed.set(tree.find(id).orElseThrow(() -> notFound(id)));
            if (!tree.childrenOf(id).isEmpty()) {
                throw notEmpty(id, "categories");
            }
            return tree.without(id);
        });
        try {
            requireNoProducts(id);
        } catch (Refusal notEmpty) {
            categories.change(tree -> tree.withAgain(Objects.requireNonNull(removed.get())));
            throw notEmpty;
        }
        log.info("Category {} removed", id);
    }

    static Refusal notFound(String id) {
        return new Refusal(ErrorCode.CATEGORY_NOT_FOUND, "There is no category " + id + "; create it first.");
    }

    private void requireNoProducts(String id) {
        if (products.anyIn(id)) {
            throw notEmpty(id, "products, perhaps retired ones,");
        }
    }

    private static Refusal notEmpty(String id, String what) {
        return new Refusal(
                ErrorCode.CATEGORY_NOT_EMPTY, "There are " + what + " in category " + id + "; move them first.");
    }

    private static void requireParent(CategoryTree tree, @Nullable String parent) {
        if (parent != null && tree.find(parent).isEmpty()) {
            throw notFound(parent);
        }
    }

    /** Behind its new siblings, or in its place if the parent is the same. What changes nothing does not count as a change. */
    private static Category moved(CategoryTree tree, Category current, CategoryDraft draft) {
        boolean sameParent = Objects.equals(current.parent(), draft.parentId());
        if (sameParent && current.name().equals(draft.name())) {
            return current;
        }
        int position = sameParent ? current.position() : tree.nextPosition(draft.parentId());
        return new Category(current.id(), current.version() + 1, draft.name(), draft.parentId(), position);
    }
}
