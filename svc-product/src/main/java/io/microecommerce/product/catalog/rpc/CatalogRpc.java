package io.microecommerce.product.catalog.rpc;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.CatalogFacade;
import io.microecommerce.api.product.CategoryView;
import io.microecommerce.api.product.ProductPage;
import io.microecommerce.api.product.ProductQuery;
import io.microecommerce.api.product.ProductView;
import io.microecommerce.api.product.SkuView;
import io.microecommerce.product.catalog.Catalog;
import io.microecommerce.product.catalog.ListedSku;
import io.microecommerce.product.catalog.Product;
import io.microecommerce.product.catalog.Sku;
import io.microecommerce.product.stock.SkuStock;
import io.microecommerce.product.stock.SkuStocks;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.dubbo.config.annotation.DubboService;

/**
 * Puts the stock beside what the catalogue says, one query a call. Without PostgreSQL it answers {@code SERVICE_UNAVAILABLE}:
 * a page without stock would let a shopper order what is not there.
 */
@DubboService
public class CatalogRpc implements CatalogFacade {

    private final Catalog catalog;
    private final SkuStocks stocks;

    CatalogRpc(Catalog catalog, SkuStocks stocks) {
        this.catalog = catalog;
        this.stocks = stocks;
    }

    @Override
    public ProductView product(String productId) throws Refusal {
        Product product = catalog.product(Limits.requireId("product_id", productId));
        return CatalogViews.forShoppers(product, stocks.levels(idsOf(product.skusForSale())));
    }

    @Override
    public ProductPage products(ProductQuery query) throws Refusal {
        List<Product> found = catalog.pageAndOneMore(query);
        boolean hasMore = found.size() > query.size();
        List<Product> page = hasMore ? found.subList(0, query.size()) : found;
        if (query.withRetired()) {
            Map<String, SkuStock> stock = stocks.levels(idsOf(all(page, Product::skus)));
            return new ProductPage(
                    page.stream()
                            .map(product -> CatalogViews.forStaff(product, stock))
                            .toList(),
                    hasMore);
        }
        Map<String, SkuStock> stock = stocks.levels(idsOf(all(page, Product::skusForSale)));
        return new ProductPage(
                page.stream()
                        .map(product -> CatalogViews.forShoppers(product, stock))
                        .toList(),
                hasMore);
    }

    @Override
    public List<CategoryView> categories() throws Refusal {
        return catalog.categoryTree().parentsFirst().stream()
                .map(CatalogViews::of)
                .toList();
    }

    @Override
    public SkuView sku(String skuId) throws Refusal {
        ListedSku listed = catalog.sku(Limits.requireId("sku_id", skuId));
        return CatalogViews.of(listed, stocks.levels(List.of(skuId)));
    }

    @Override
    public List<SkuView> skus(List<String> skuIds) throws Refusal {
        if (skuIds.size() > Limits.MAX_LINES) {
            throw Refusal.invalid("sku_ids", "must be at most " + Limits.MAX_LINES);
        }
        List<ListedSku> found = catalog.skus(skuIds);
        Map<String, SkuStock> stock =
                stocks.levels(found.stream().map(listed -> listed.sku().id()).toList());
        return found.stream().map(listed -> CatalogViews.of(listed, stock)).toList();
    }

    private static List<Sku> all(List<Product> products, Function<Product, List<Sku>> skus) {
        return products.stream()
                .flatMap(product -> skus.apply(product).stream())
                .toList();
    }

    private static List<String> idsOf(List<Sku> skus) {
        return skus.stream().map(Sku::id).toList();
    }
}
