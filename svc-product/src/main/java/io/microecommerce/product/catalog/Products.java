package io.microecommerce.product.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All products, retired ones among them unless a method says otherwise. */
public interface Products {

    Optional<Product> byId(String productId);

    /** Those that have one of these SKUs, in no particular order. */
    List<Product> bySkus(Collection<String> skuIds);

    /** By title, then id. */
    List<Product> search(ProductSearch search);

    /** @return whether it was added; false if its id exists, and nothing is changed then */
    boolean addIfAbsent(Product product);

    /**
     * Replaces the product as a whole.
     *
     * @return the product with its new version
     * @throws org.springframework.dao.OptimisticLockingFailureException if it was changed since this version was read
     */
    Product replace(Product product);
}
