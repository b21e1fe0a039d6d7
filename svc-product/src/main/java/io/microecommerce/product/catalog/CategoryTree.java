package io.microecommerce.product.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The categories as a tree, never changed itself. A category whose parent does not exist stands at the top. */
public final class CategoryTree {

    private static final Comparator<Category> SIBLINGS =
            Comparator.comparingInt(Category::position).thenComparing(Category::id);

    private final Map<String, Category> byId = new LinkedHashMap<>();
    private final List<Category> top = new ArrayList<>();
    private final Map<String, List<Category>> children = new HashMap<>();

    public CategoryTree(Collection<Category> categories) {
        categories.forEach(category -> byId.put(category.id(), category));
        for (Category category : byId.values().stream().sorted(SIBLINGS).toList()) {
            String parent = category.parent();
            if (parent == null || !byId.containsKey(parent)) {
                top.add(category);
            } else {
                children.computeIfAbsent(parent, id -> new ArrayList<>()).add(category);
            }
        }
    }

    public Optional<Category> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** In no particular order, also those that a circle in the data keeps out of {@link #parentsFirst()}. */
    public List<Category> all() {
        return List.copyOf(byId.values());
    }

    /** Parents before their children, siblings by position. */
    public List<Category> parentsFirst() {
        List<Category> ordered = new ArrayList<>(top);
        for (int next = 0; next < ordered.size(); next++) {
            ordered.addAll(childrenOf(ordered.get(next).id()));
        }
        return ordered;
    }

    /** The id itself and those of every category below it; only itself if it does not exist. */
    public Set<String> subtree(String id) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            String next = open.remove();
            // What was found already is not opened again: a circle in the data ends here.
            if (found.add(next)) {
                childrenOf(next).forEach(child -> open.add(child.id()));
            }
        }
        return found;
    }

    public List<Category> childrenOf(String id) {
        return children.getOrDefault(id, List.of());
    }

    /** The position behind everything that has this parent. */
    int nextPosition(@Nullable String parent) {
        return byId.values().stream()
                .filter(category -> Objects.equals(category.parent(), parent))
                .mapToInt(category -> Math.incrementExact(category.position()))
                .max()
                .orElse(1);
    }

    /** With this category, in place of the one that has its id. */
    public CategoryTree with(Category category) {
        Map<String, Category> changed = new LinkedHashMap<>(byId);
        changed.put(category.id(), category);
        return new CategoryTree(changed.values());
    }

    /** With a category that was removed, at the top if its parent is gone; as it is if the category stands in it. */
    CategoryTree withAgain(Category removed) {
        if (byId.containsKey(removed.id())) {
            return this;
        }
        String parent = removed.parent();
        return with(new Category(
                removed.id(),
                removed.version(),
                removed.name(),
                parent != null && byId.containsKey(parent) ? parent : null,
                removed.position()));
    }

    CategoryTree without(String id) {
        Map<String, Category> changed = new LinkedHashMap<>(byId);
        changed.remove(id);
        return new CategoryTree(changed.values());
    }
}
