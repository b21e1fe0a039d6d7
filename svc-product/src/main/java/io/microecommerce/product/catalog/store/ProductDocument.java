package io.microecommerce.product.catalog.store;

import io.microecommerce.api.money.Money;
import io.microecommerce.product.catalog.Assets;
import io.microecommerce.product.catalog.Attribute;
import io.microecommerce.product.catalog.Product;
import io.microecommerce.product.catalog.Sku;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;

/** A product in the collection {@code product}; its SKUs are embedded, so one write changes all of it or nothing. */
@Document(ProductDocument.COLLECTION)
record ProductDocument(
        @Id String id,
        @Version @Nullable Long version,
        @Field(TITLE) String title,
        @Field(BODY) String body,
        @Field(CATEGORY) String category,
        AssetsDocument assets,
        List<String> variants,
        List<SkuDocument> skus,
        @Field(RETIRED) boolean retired) {

    static final String COLLECTION = "product";
    static final String TITLE = "title";
    static final String BODY = "body";
    static final String CATEGORY = "category";
    static final String RETIRED = "retired";
    static final String SKU_IDS = "skus." + SkuDocument.SKU_ID;

    record AssetsDocument(List<String> slides, String thumbnail) {}

    record AttributeDocument(String name, String value) {}

    /** @param priceMinor in the minor unit of the currency */
    record SkuDocument(
            @Field(SKU_ID) String skuId,
            List<AttributeDocument> attributes,
            AssetsDocument assets,
            String currency,
            @Field("price_minor") long priceMinor,
            boolean retired) {

        static final String SKU_ID = "sku_id";
    }

    static ProductDocument of(Product product) {
        return new ProductDocument(
                product.id(),
                product.version(),
                product.title(),
                product.body(),
                product.category(),
                of(product.assets()),
                product.variants(),
                product.skus().stream().map(ProductDocument::of).toList(),
                product.retired());
    }

    Product toProduct() {
        return new Product(
                id,
                version,
                title,
                body,
                category,
                toAssets(assets),
                variants,
                skus.stream().map(ProductDocument::toSku).toList(),
                retired);
    }

    private static SkuDocument of(Sku sku) {
        return new SkuDocument(
                sku.id(),
                sku.attributes().stream()
                        .map(attribute -> new AttributeDocument(attribute.name(), attribute.value()))
                        .toList(),
                of(sku.assets()),
                sku.price().currency(),
                sku.price().minor(),
                sku.retired());
    }

    private static Sku toSku(SkuDocument sku) {
        return new Sku(
                sku.skuId,
                sku.attributes.stream()
                        .map(attribute -> new Attribute(attribute.name, attribute.value))
                        .toList(),
                toAssets(sku.assets),
                new Money(sku.currency, sku.priceMinor),
                sku.retired);
    }

    private static AssetsDocument of(Assets assets) {
        return new AssetsDocument(assets.slides(), assets.thumbnail());
    }

    private static Assets toAssets(AssetsDocument assets) {
        return new Assets(assets.slides, assets.thumbnail);
    }
}
