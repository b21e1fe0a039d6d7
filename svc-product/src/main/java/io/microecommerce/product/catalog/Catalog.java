package io.microecommerce.product.catalog;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.ProductQuery;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Browsing. */
@Service
public class Catalog {

    private final Products products;
    private final Categories categories;

    Catalog(Products products, Categories categories) {
        this.products = products;
        this.categories = categories;
    }

    /** @throws Refusal {@code PRODUCT_NOT_FOUND} if there is none, or it is retired */
    public Product product(String productId) {
        return products.byId(productId)
                .filter(product -> !product.retired())
                .orElseThrow(() -> new Refusal(
                        ErrorCode.PRODUCT_NOT_FOUND, "There is no product " + productId + "; search for another."));
    }

    /** @return one more than the page holds if there is a further page */
    public List<Product> pageAndOneMore(ProductQuery query) {
        Set<String> within = query.category() == null ? null : categoryTree().subtree(query.category());
        return products.search(new ProductSearch(
                ProductSearch.split(query.words()),
                within,
                query.minPriceMinor(),
                query.maxPriceMinor(),
                query.sort(),
                query.withRetired(),
                (long) query.page() * query.size(),
                query.size() + 1));
    }

    public CategoryTree categoryTree() {
        return categories.tree();
    }

    /** @throws Refusal {@code SKU_NOT_FOUND}; a retired one is found */
    public ListedSku sku(String skuId) {
        return skus(Set.of(skuId)).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ErrorCode.SKU_NOT_FOUND, "There is no SKU " + skuId + "; look at the product's page."));
    }

    /** Those that exist, retired ones among them. */
    public List<ListedSku> skus(Collection<String> skuIds) {
        Set<String> wanted = new HashSet<>(skuIds);
        return products.bySkus(wanted).stream()
                .flatMap(product -> product.skus().stream()
                        .filter(sku -> wanted.contains(sku.id()))
                        .map(sku -> new ListedSku(product, sku)))
                .toList();
    }
}
