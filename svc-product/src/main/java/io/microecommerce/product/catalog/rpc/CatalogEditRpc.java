package io.microecommerce.product.catalog.rpc;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.CatalogEditFacade;
import io.microecommerce.api.product.CategoryDraft;
import io.microecommerce.api.product.CategoryView;
import io.microecommerce.api.product.ImportOutcome;
import io.microecommerce.api.product.ProductDraft;
import io.microecommerce.api.product.ProductView;
import io.microecommerce.api.product.SkuDraft;
import io.microecommerce.api.product.SkuView;
import io.microecommerce.product.catalog.CategoryEditing;
import io.microecommerce.product.catalog.Product;
import io.microecommerce.product.catalog.ProductEditing;
import io.microecommerce.product.catalog.Sku;
import io.microecommerce.product.stock.SkuStock;
import io.microecommerce.product.stock.SkuStocks;
import java.util.List;
import java.util.Map;
import org.apache.dubbo.config.annotation.DubboService;

/**
 * What staff do to the catalogue. An answer carries stock, which is read before the change: were it read afterwards, a
 * PostgreSQL that is down would make a change that was made look like one that was not.
 */
@DubboService
public class CatalogEditRpc implements CatalogEditFacade {

    private final ProductEditing products;
    private final CategoryEditing categories;
    private final SkuStocks stocks;

    CatalogEditRpc(ProductEditing products, CategoryEditing categories, SkuStocks stocks) {
        this.products = products;
        this.categories = categories;
        this.stocks = stocks;
    }

    @Override
    public ProductView create(ProductDraft draft) throws Refusal {
        // Nothing was ever received of a SKU that does not exist yet.
        return CatalogViews.forStaff(products.create(draft), Map.of());
    }

    @Override
    public ProductView change(String productId, long version, ProductDraft draft) throws Refusal {
        Map<String, SkuStock> stock = stockOf(products.product(requireProductId(productId)));
        return CatalogViews.forStaff(products.change(productId, version, draft), stock);
    }

    @Override
    public void retire(String productId) throws Refusal {
        products.retire(requireProductId(productId));
    }

    @Override
    public ProductView product(String productId) throws Refusal {
        Product product = products.product(requireProductId(productId));
        return CatalogViews.forStaff(product, stockOf(product));
    }

    @Override
    public SkuView addSku(String productId, SkuDraft draft) throws Refusal {
        return CatalogViews.of(products.addSku(requireProductId(productId), draft), Map.of());
    }

    @Override
    public SkuView changeSku(String skuId, long version, SkuDraft draft) throws Refusal {
        Map<String, SkuStock> stock = stocks.levels(List.of(Limits.requireId("sku_id", skuId)));
        return CatalogViews.of(products.changeSku(skuId, version, draft), stock);
    }

    @Override
    public CategoryView createCategory(CategoryDraft draft) throws Refusal {
        return CatalogViews.of(categories.create(draft));
    }

    @Override
    public CategoryView changeCategory(String categoryId, long version, CategoryDraft draft) throws Refusal {
        return CatalogViews.of(categories.change(Limits.requireId("category_id", categoryId), version, draft));
    }

    @Override
    public void removeCategory(String categoryId) throws Refusal {
        categories.remove(Limits.requireId("category_id", categoryId));
    }

    @Override
    public ImportOutcome importProduct(ProductDraft draft) throws Refusal {
        return products.importProduct(draft);
    }

    private Map<String, SkuStock> stockOf(Product product) {
        return stocks.levels(product.skus().stream().map(Sku::id).toList());
    }

    private static String requireProductId(String productId) {
        return Limits.requireId("product_id", productId);
    }
}
