package io.microecommerce.product.catalog;

/** A SKU beside the product that it belongs to. */
public record ListedSku(Product product, Sku sku) {

    public boolean forSale() {
        return product.sells(sku);
    }

    public Assets assets() {
        Assets own = sku.assets();
        return own == null ? product.assets() : own;
    }
}
