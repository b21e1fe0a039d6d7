package io.microecommerce.gateway.product.web;

import static io.microecommerce.gateway.request.RequestFields.required;

import io.microecommerce.api.product.ProductDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product to be added; see {@link ProductDraft} for what each field may be.
 *
 * @param id left out to have one made up
 * @param variants left out for a product in one form
 * @param skus left out for none yet
 * @param retired left out, it is false
 */
record ProductRequest(
        @Nullable String id,
        @Nullable String title,
        @Nullable String body,
        @Nullable String category,
        @Nullable AssetsRequest assets,
        @Nullable VariantsRequest variants,
        @Nullable List<@Nullable SkuRequest> skus,
        @Nullable Boolean retired) {

    ProductDraft toDraft() {
        return new ProductDraft(
                id,
                required("title", title),
                required("body", body),
                required("category", category),
                required("assets", assets).toDraft(),
                VariantsRequest.names(variants),
                skus == null
                        ? null
                        : skus.stream()
                                .map(sku -> required("skus", sku).toDraft())
                                .toList(),
                Boolean.TRUE.equals(retired));
    }
}
