package io.microecommerce.product.catalog.store;

import io.microecommerce.api.money.Money;
import io.microecommerce.product.catalog.Assets;
import io.microecommerce.product.catalog.Attribute;
import io.microecommerce.product.catalog.Product;
import io.microecommerce.product.catalog.Sku;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;

/**
 * A product in the collection {@code product}; its SKUs are embedded, so one write changes all of it or nothing.
 *
 * @param createdAt null in a document of the first version, as are the three that follow; {@link CatalogUpgrade} fills them in
 * @param skuIds those of {@code skus} once more, because a unique index is sure to work on a plain list; null for none
 * @param forSale whether anything of it is for sale
 * @param lowestPriceMinor what the cheapest SKU for sale costs; null if none is
 */
@Document(ProductDocument.COLLECTION)
record ProductDocument(
        @Id String id,
        @Field(VERSION) @Version @Nullable Long version,
        @Field(TITLE) String title,
        @Field(BODY) String body,
        @Field(CATEGORY) String category,
        AssetsDocument assets,
        List<String> variants,
        @Field(SKUS) List<SkuDocument> skus,
        @Field(RETIRED) boolean retired,
        @Field(CREATED_AT) @Nullable Instant createdAt,
        @Field(SKU_IDS) @Nullable List<String> skuIds,
        @Field(FOR_SALE) @Nullable Boolean forSale,
        @Field(LOWEST_PRICE) @Nullable Long lowestPriceMinor) {

    static final String COLLECTION = "product";
    static final String VERSION = "version";
    static final String TITLE = "title";
    static final String BODY = "body";
    static final String CATEGORY = "category";
    static final String RETIRED = "retired";
    static final String CREATED_AT = "created_at";
    static final String SKUS = "skus";
    static final String SKUS_SKU_ID = SKUS + "." + SkuDocument.SKU_ID;
    static final String SKU_IDS = "sku_ids";
    static final String FOR_SALE = "for_sale";
    static final String LOWEST_PRICE = "lowest_price_minor";

    record AssetsDocument(List<String> slides, String thumbnail) {}

    record AttributeDocument(String name, String value) {}

    /**
     * @param assets null for the product's
     * @param priceMinor in the minor unit of the currency
     * @param limitPerCustomer null for no limit
     */
    record SkuDocument(
            @Field(SKU_ID) String skuId,
            List<AttributeDocument> attributes,
            @Nullable AssetsDocument assets,
            String currency,
            @Field(PRICE) long priceMinor,
            @Field("limit_per_customer") @Nullable Integer limitPerCustomer,
            @Field(RETIRED) boolean retired) {

        static final String SKU_ID = "sku_id";
        static final String PRICE = "price_minor";
        static final String RETIRED = "retired";
    }

    static ProductDocument of(Product product) {
        OptionalLong lowestPrice = product.lowestPriceMinor();
        return new ProductDocument(
                product.id(),
                product.version(),
                product.title(),
                product.body(),
                product.category(),
                of(product.assets()),
                product.variants(),
                product.skus().stream().map(ProductDocument::of).toList(),
                product.retired(),
                product.createdAt(),
                product.skus().isEmpty()
                        ? null
                        : product.skus().stream().map(Sku::id).toList(),
                lowestPrice.isPresent(),
                lowestPrice.isPresent() ? lowestPrice.getAsLong() : null);
    }

    Product toProduct() {
        return new Product(
                id,
                version == null ? 0 : version,
                title,
                body,
                category,
                toAssets(assets),
                variants,
                skus.stream().map(ProductDocument::toSku).toList(),
                retired,
                createdAt == null ? Instant.EPOCH : createdAt);
    }

    private static SkuDocument of(Sku sku) {
        Assets assets = sku.assets();
        return new SkuDocument(
                sku.id(),
                sku.attributes().stream()
                        .map(attribute -> new AttributeDocument(attribute.name(), attribute.value()))
                        .toList(),
                assets == null ? null : of(assets),
                sku.price().currency(),
                sku.price().minor(),
                sku.limitPerCustomer(),
                sku.retired());
    }

    private static Sku toSku(SkuDocument sku) {
        return new Sku(
                sku.skuId,
                sku.attributes.stream()
                        .map(attribute -> new Attribute(attribute.name, attribute.value))
                        .toList(),
                sku.assets == null ? null : toAssets(sku.assets),
                new Money(sku.currency, sku.priceMinor),
                sku.limitPerCustomer,
                sku.retired);
    }

    private static AssetsDocument of(Assets assets) {
        return new AssetsDocument(assets.slides(), assets.thumbnail());
    }

    private static Assets toAssets(AssetsDocument assets) {
        return new Assets(assets.slides, assets.thumbnail);
    }
}
