package io.microecommerce.product.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All products, retired ones among them unless a method says otherwise. */
public interface Products {

    Optional<Product> byId(String productId);

    /** Those that have one of these SKUs, in no particular order. */
    List<Product> bySkus(Collection<String> skuIds);

    /** In the order that is asked for; what ties follows by id. */
    List<Product> search(ProductSearch search);

    boolean anyIn(String category);

    /** @return the product with its first version; empty if its id or one of its SKUs exists, and nothing is changed then */
    Optional<Product> addIfAbsent(Product product);

    /**
     * Replaces the product as a whole.
     *
     * @return the product with its new version
     * @throws org.springframework.dao.OptimisticLockingFailureException if it was changed since this version was read
     * @throws org.springframework.dao.DuplicateKeyException if another product has one of its SKUs
     */
    Product replace(Product product);
}
