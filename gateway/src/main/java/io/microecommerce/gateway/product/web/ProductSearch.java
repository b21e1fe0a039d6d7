package io.microecommerce.gateway.product.web;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.ProductPage;
import io.microecommerce.api.product.ProductQuery;
import io.microecommerce.api.product.ProductSort;
import io.microecommerce.gateway.rest.ListResponse;
import org.jspecify.annotations.Nullable;

/** The parameters of a search, which shoppers and staff write alike. An empty one is how a form says: nothing chosen. */
final class ProductSearch {

    private ProductSearch() {}

    static @Nullable String chosen(@Nullable String parameter) {
        return parameter == null || parameter.isEmpty() ? null : parameter;
    }

    static ProductSort sort(@Nullable String name) {
        String chosen = chosen(name);
        if (chosen == null) {
            return ProductSort.TITLE;
        }
        return switch (chosen) {
            case "title" -> ProductSort.TITLE;
            case "newest" -> ProductSort.NEWEST;
            case "price_asc" -> ProductSort.PRICE_ASCENDING;
            case "price_desc" -> ProductSort.PRICE_DESCENDING;
            default -> throw Refusal.invalid("sort", "must be title, newest, price_asc or price_desc");
        };
    }

    static ListResponse<ProductResponse> answer(ProductPage found, ProductQuery query) {
        return ListResponse.of(
                found.items(), ProductResponse::of, found.hasMore() ? Integer.toString(query.page() + 1) : null);
    }
}
