package io.microecommerce.product.catalog;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Products as they are written: only into categories that exist, and with SKUs that are theirs alone. The store decides who has
 * a SKU, by a unique index; looking for its owner afterwards only finds the words.
 */
@Component
class ShelvedProducts {

    private final Products products;
    private final Categories categories;

    ShelvedProducts(Products products, Categories categories) {
        this.products = products;
        this.categories = categories;
    }

    /**
     * @return empty if the product or one of its SKUs exists; {@link #taken} says which
     * @throws Refusal {@code CATEGORY_NOT_FOUND}
     */
    Optional<Product> addIfAbsent(Product product) {
        Category shelf = requireCategory(product);
        Optional<Product> added = products.addIfAbsent(product);
        added.ifPresent(stored -> keep(shelf));
        return added;
    }

    /**
     * @param current what stands there; its category keeps whoever would remove it from doing so
     * @throws Refusal {@code CATEGORY_NOT_FOUND} for another category; {@code SKU_EXISTS} for a SKU of another product
     * @throws org.springframework.dao.OptimisticLockingFailureException if it was changed since this version was read
     */
    Product replace(Product current, Product next) {
        if (next.category().equals(current.category())) {
            return replace(next);
        }
        Category shelf = requireCategory(next);
        Product stored = replace(next);
        keep(shelf);
        return stored;
    }

    private Product replace(Product next) {
        try {
            return products.replace(next);
        } catch (DuplicateKeyException skuExists) {
            throw skuTaken(next);
        }
    }

    /** Why the product could not be added: {@code PRODUCT_EXISTS} or {@code SKU_EXISTS}. */
    Refusal taken(Product product) {
        if (products.byId(product.id()).isPresent()) {
            return new Refusal(
                    ErrorCode.PRODUCT_EXISTS,
                    "There is a product " + product.id() + " already; change that, or choose another id.");
        }
        return skuTaken(product);
    }

    private Refusal skuTaken(Product product) {
        List<String> skuIds = product.skus().stream().map(Sku::id).toList();
        String owners = String.join(
                ", ",
                products.bySkus(skuIds).stream()
                        .filter(other -> !other.id().equals(product.id()))
                        .flatMap(other -> other.skus().stream()
                                .map(Sku::id)
                                .filter(skuIds::contains)
                                .map(skuId -> skuId + " of product " + other.id()))
                        .toList());
        return new Refusal(
                ErrorCode.SKU_EXISTS, "Another product has a SKU of this id: " + owners + ". Choose another id.");
    }

    private Category requireCategory(Product product) {
        return categories
                .tree()
                .find(product.category())
                .orElseThrow(() -> CategoryEditing.notFound(product.category()));
    }

    /**
     * Puts the category back if it was removed while the product was written into it: two documents do not change together, so
     * the later of the two writers mends what it sees. {@link CategoryEditing#remove} looks for products again for its part.
     */
    private void keep(Category shelf) {
        categories.change(tree -> tree.withAgain(shelf));
    }
}
