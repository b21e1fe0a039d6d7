package io.microecommerce.product.catalog.rpc;

import io.microecommerce.api.product.AssetsView;
import io.microecommerce.api.product.AttributeView;
import io.microecommerce.api.product.ProductView;
import io.microecommerce.api.product.SkuView;
import io.microecommerce.product.catalog.Assets;
import io.microecommerce.product.catalog.ListedSku;
import io.microecommerce.product.catalog.Product;
import io.microecommerce.product.stock.SkuStock;
import java.util.Map;

/** The catalogue's own types as the records that cross Dubbo. */
final class CatalogViews {

    private CatalogViews() {}

    static ProductView of(Product product, Map<String, SkuStock> stock) {
        return new ProductView(
                product.id(),
                product.title(),
                product.body(),
                product.category(),
                of(product.assets()),
                new ProductView.VariantsView(product.variants().stream()
                        .map(ProductView.VariantView::new)
                        .toList()),
                product.skusForSale().stream()
                        .map(sku -> of(new ListedSku(product, sku), stock))
                        .toList());
    }

    static SkuView of(ListedSku listed, Map<String, SkuStock> stock) {
        String skuId = listed.sku().id();
        SkuStock level = stock.getOrDefault(skuId, SkuStock.none(skuId));
        return new SkuView(
                skuId,
                listed.product().id(),
                listed.product().title(),
                listed.sku().attributes().stream()
                        .map(attribute -> new AttributeView(attribute.name(), attribute.value()))
                        .toList(),
                of(listed.sku().assets()),
                listed.sku().price(),
                listed.forSale(),
                new SkuView.StockView(level.available(), level.frozen(), level.sold()));
    }

    private static AssetsView of(Assets assets) {
        return new AssetsView(
                assets.slides().stream().map(AssetsView.ImageView::new).toList(),
                new AssetsView.ImageView(assets.thumbnail()));
    }
}
