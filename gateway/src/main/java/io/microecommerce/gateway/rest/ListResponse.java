package io.microecommerce.gateway.rest;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list, or a page of one.
 *
 * @param next what to ask the next page with, as {@code page} or {@code cursor}; null at the end
 */
public record ListResponse<T>(List<T> items, @Nullable String next) {

    public ListResponse {
        items = List.copyOf(items);
    }

    public static <V, T> ListResponse<T> of(List<V> views, Function<V, T> response, @Nullable String next) {
        return new ListResponse<>(views.stream().map(response).toList(), next);
    }
}
