package io.microecommerce.gateway.product.web;

import io.microecommerce.api.product.AssetsView;
import io.microecommerce.api.product.ProductView;
import java.time.Instant;
import java.util.List;

/**
 * A product.
 *
 * @param version counts its changes; a change names the one that it was made from
 * @param category id of its category
 * @param variants the attributes in which its SKUs differ
 * @param skus those that are for sale, and for staff the retired ones too
 * @param retired no longer shown to shoppers or sold
 */
record ProductResponse(
        String id,
        long version,
        String title,
        String body,
        String category,
        AssetsView assets,
        ProductView.VariantsView variants,
        List<SkuResponse> skus,
        boolean retired,
        Instant createdAt) {

    static ProductResponse of(ProductView product) {
        return new ProductResponse(
                product.id(),
                product.version(),
                product.title(),
                product.body(),
                product.category(),
                product.assets(),
                product.variants(),
                product.skus().stream().map(SkuResponse::of).toList(),
                product.retired(),
                product.createdAt());
    }
}
