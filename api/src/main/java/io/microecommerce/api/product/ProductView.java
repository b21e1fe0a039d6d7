package io.microecommerce.api.product;

import java.io.Serializable;
import java.util.List;

/**
 * A product as a shopper sees it.
 *
 * @param category id of the category it stands in
 * @param variants the attributes in which its SKUs differ
 * @param skus those for sale, each with its stock at the time of reading
 */
public record ProductView(
        String id,
        String title,
        String body,
        String category,
        AssetsView assets,
        VariantsView variants,
        List<SkuView> skus)
        implements Serializable {

    public ProductView {
        skus = List.copyOf(skus);
    }

    /** @param attrs names only; the values are each SKU's */
    public record VariantsView(List<VariantView> attrs) implements Serializable {
        public VariantsView {
            attrs = List.copyOf(attrs);
        }
    }

    public record VariantView(String name) implements Serializable {}
}
