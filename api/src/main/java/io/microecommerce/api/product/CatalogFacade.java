package io.microecommerce.api.product;

import io.microecommerce.api.error.Refusal;
import java.util.List;

/** Reading the catalogue. Every method is idempotent and may be retried. */
public interface CatalogFacade {

    /** @throws Refusal {@code PRODUCT_NOT_FOUND} */
    ProductView product(String productId) throws Refusal;

    ProductPage products(ProductQuery query) throws Refusal;

    /** All categories, parents before their children. */
    List<CategoryView> categories() throws Refusal;

    /** @throws Refusal {@code SKU_NOT_FOUND} */
    SkuView sku(String skuId) throws Refusal;

    /**
     * Several SKUs at once, retired ones among them.
     *
     * @param skuIds at most {@link io.microecommerce.api.Limits#MAX_LINES}
     * @return those that exist, in no particular order
     */
    List<SkuView> skus(List<String> skuIds) throws Refusal;
}
