package io.microecommerce.order.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next the cursor of the page after it, encoded; null at the end of the list
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** @param oneMore up to {@code size + 1} items: whether there is one more tells whether the list goes on */
    public static <T> Page<T> of(List<T> oneMore, int size, Function<T, Cursor> cursorOf) {
        if (oneMore.size() <= size) {
            return new Page<>(oneMore, null);
        }
        List<T> items = oneMore.subList(0, size);
        return new Page<>(items, cursorOf.apply(items.get(size - 1)).encode());
    }

    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), next);
    }
}
