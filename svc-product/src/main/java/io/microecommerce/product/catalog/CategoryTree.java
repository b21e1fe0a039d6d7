package io.microecommerce.product.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The categories as a tree. A category whose parent does not exist stands at the top. */
public final class CategoryTree {

    private static final Comparator<Category> SIBLINGS =
            Comparator.comparingInt(Category::position).thenComparing(Category::id);

    private final List<Category> top = new ArrayList<>();
    private final Map<String, List<Category>> children = new HashMap<>();

    public CategoryTree(Collection<Category> categories) {
        Map<String, Category> byId = new HashMap<>();
        categories.forEach(category -> byId.put(category.id(), category));
        for (Category category : categories.stream().sorted(SIBLINGS).toList()) {
            String parent = category.parent();
            if (parent == null || !byId.containsKey(parent)) {
                top.add(category);
            } else {
                children.computeIfAbsent(parent, id -> new ArrayList<>()).add(category);
            }
        }
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

    private List<Category> childrenOf(String id) {
        return children.getOrDefault(id, List.of());
    }
}
