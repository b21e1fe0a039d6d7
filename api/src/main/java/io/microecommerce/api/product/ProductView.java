package io.microecommerce.api.product;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A product as it is shown.
 *
 * @param version counts its changes; a change must name the version that it was made from
 * @param category id of the category it stands in
 * @param variants the attributes in which its SKUs differ
 * @param skus those for sale, and for staff the retired ones too; each with its stock at the time of reading
 * @param retired no longer shown to shoppers or sold
 */
public record ProductView(
        String id,
        long version,
        String title,
        String body,
        String category,
        AssetsView assets,
        VariantsView variants,
        List<SkuView> skus,
        boolean retired,
        Instant createdAt)
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
