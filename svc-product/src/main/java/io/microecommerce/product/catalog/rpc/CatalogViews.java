package io.microecommerce.product.catalog.rpc;

import io.microecommerce.api.product.AssetsView;
import io.microecommerce.api.product.AttributeView;
import io.microecommerce.api.product.CategoryView;
import io.microecommerce.api.product.ProductView;
import io.microecommerce.api.product.SkuView;
import io.microecommerce.product.catalog.Assets;
import io.microecommerce.product.catalog.Category;
import io.microecommerce.product.catalog.ListedSku;
import io.microecommerce.product.catalog.Product;
import io.microecommerce.product.catalog.Sku;
import io.microecommerce.product.stock.SkuStock;
import java.util.List;
import java.util.Map;

/** The catalogue's own types as the records that cross Dubbo. */
final class CatalogViews {

    private CatalogViews() {}

    /** With the SKUs for sale. */
    static ProductView forShoppers(Product product, Map<String, SkuStock> stock) {
        return of(product, product.skusForSale(), stock);
    }

    /** With the retired SKUs, too. */
    static ProductView forStaff(Product product, Map<String, SkuStock> stock) {
        return of(product, product.skus(), stock);
    }

    private static ProductView of(Product product, List<Sku> skus, Map<String, SkuStock> stock) {
        return new ProductView(
                product.id(),
                versionOf(product),
                product.title(),
                product.body(),
                product.category(),
                of(product.assets()),
                new ProductView.VariantsView(product.variants().stream()
                        .map(ProductView.VariantView::new)
                        .toList()),
                skus.stream().map(sku -> of(new ListedSku(product, sku), stock)).toList(),
                product.retired(),
                product.createdAt());
    }

    static SkuView of(ListedSku listed, Map<String, SkuStock> stock) {
        String skuId = listed.sku().id();
        SkuStock level = stock.getOrDefault(skuId, SkuStock.none(skuId));
        return new SkuView(
                skuId,
                listed.product().id(),
                versionOf(listed.product()),
                listed.product().title(),
                listed.sku().attributes().stream()
                        .map(attribute -> new AttributeView(attribute.name(), attribute.value()))
                        .toList(),
                of(listed.assets()),
                listed.sku().price(),
                listed.sku().limitPerCustomer(),
                listed.forSale(),
                new SkuView.StockView(level.available(), level.frozen(), level.sold()));
    }

    static CategoryView of(Category category) {
        return new CategoryView(category.id(), category.version(), category.name(), category.parent());
    }

    private static long versionOf(Product stored) {
        Long version = stored.version();
        if (version == null) {
            throw new IllegalStateException("Product " + stored.id() + " is shown before it is stored");
        }
        return version;
    }

    private static AssetsView of(Assets assets) {
        return new AssetsView(
                assets.slides().stream().map(AssetsView.ImageView::new).toList(),
                new AssetsView.ImageView(assets.thumbnail()));
    }
}
