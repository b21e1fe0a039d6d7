package io.microecommerce.gateway.product.web;

import io.microecommerce.api.product.AssetsView;
import io.microecommerce.api.product.ProductView;
import java.util.List;

/**
 * A product with its SKUs that are for sale.
 *
 * @param category id of its category
 * @param variants the attributes in which its SKUs differ
 */
record ProductResponse(
        String id,
        String title,
        String body,
        String category,
        AssetsView assets,
        ProductView.VariantsView variants,
        List<SkuResponse> skus) {

    static ProductResponse of(ProductView product) {
        return new ProductResponse(
                product.id(),
                product.title(),
                product.body(),
                product.category(),
                product.assets(),
                product.variants(),
                product.skus().stream().map(SkuResponse::of).toList());
    }
}
