package io.microecommerce.api.product;

import io.microecommerce.api.error.Refusal;

/**
 * What staff do to the catalogue. The gateway lets only staff reach it. Each change names the version that it was made from,
 * so that of two people who change the same thing at once the second is told; a repeated change is therefore refused as well,
 * and never retried by the transport.
 */
public interface CatalogEditFacade {

    /** @throws Refusal {@code PRODUCT_EXISTS}, {@code SKU_EXISTS}, {@code CATEGORY_NOT_FOUND}, {@code INVALID_FIELD} */
    ProductView create(ProductDraft draft) throws Refusal;

    /**
     * @throws Refusal {@code PRODUCT_NOT_FOUND}, {@code VERSION_CONFLICT}, {@code SKU_EXISTS} for a SKU of another product,
     *     {@code CATEGORY_NOT_FOUND}, {@code INVALID_FIELD}
     */
    ProductView change(String productId, long version, ProductDraft draft) throws Refusal;

    /**
     * Takes a product off sale. It stays, for the orders and carts that speak of it. Idempotent.
     *
     * @throws Refusal {@code PRODUCT_NOT_FOUND}
     */
    void retire(String productId) throws Refusal;

    /**
     * Also what is retired.
     *
     * @throws Refusal {@code PRODUCT_NOT_FOUND}
     */
    ProductView product(String productId) throws Refusal;

    /** @throws Refusal {@code PRODUCT_NOT_FOUND}, {@code SKU_EXISTS}, {@code INVALID_FIELD} */
    SkuView addSku(String productId, SkuDraft draft) throws Refusal;

    /**
     * @param version of the SKU's product
     * @throws Refusal {@code SKU_NOT_FOUND}, {@code VERSION_CONFLICT}, {@code INVALID_FIELD}
     */
    SkuView changeSku(String skuId, long version, SkuDraft draft) throws Refusal;

    /** @throws Refusal {@code CATEGORY_EXISTS}, {@code CATEGORY_NOT_FOUND} for the parent */
    CategoryView createCategory(CategoryDraft draft) throws Refusal;

    /** @throws Refusal {@code CATEGORY_NOT_FOUND}, {@code VERSION_CONFLICT}, {@code CATEGORY_CIRCULAR} */
    CategoryView changeCategory(String categoryId, long version, CategoryDraft draft) throws Refusal;

    /** @throws Refusal {@code CATEGORY_NOT_FOUND}, {@code CATEGORY_NOT_EMPTY} while categories or products stand in it */
    void removeCategory(String categoryId) throws Refusal;

    /**
     * Makes the catalogue hold this product, whether or not it does already. Idempotent, and may be retried.
     *
     * @param draft with ids for the product and for every SKU, and with SKUs
     * @throws Refusal {@code CATEGORY_NOT_FOUND}, {@code SKU_EXISTS} for a SKU of another product, {@code INVALID_FIELD}
     */
    ImportOutcome importProduct(ProductDraft draft) throws Refusal;
}
