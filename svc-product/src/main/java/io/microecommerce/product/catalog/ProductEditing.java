package io.microecommerce.product.catalog;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.ImportOutcome;
import io.microecommerce.api.product.ProductDraft;
import io.microecommerce.api.product.SkuDraft;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/**
 * What staff do to products. Each change is one write of one document, conditional on the version that it was made from. What
 * changes nothing is not written, and does not count as a change.
 */
@Service
public class ProductEditing {

    /** Of those who change a product at the same time one gets through each time, so this many together always do. */
    private static final int MAX_ATTEMPTS = 20;

    private static final Logger log = LoggerFactory.getLogger(ProductEditing.class);

    private final Products products;
    private final ShelvedProducts shelved;
    private final ProductDrafts drafts;

    ProductEditing(Products products, ShelvedProducts shelved, ProductDrafts drafts) {
        this.products = products;
        this.shelved = shelved;
        this.drafts = drafts;
    }

    /** @throws Refusal {@code PRODUCT_NOT_FOUND}; a retired one is found */
    public Product product(String productId) {
        return products.byId(productId)
                .orElseThrow(() -> new Refusal(
                        ErrorCode.PRODUCT_NOT_FOUND, "There is no product " + productId + "; create it first."));
    }

    /** @throws Refusal {@code PRODUCT_EXISTS}, {@code SKU_EXISTS}, {@code CATEGORY_NOT_FOUND}, {@code INVALID_FIELD} */
    public Product create(ProductDraft draft) {
        Product product = drafts.toNew(draft);
        Product created = shelved.addIfAbsent(product).orElseThrow(() -> shelved.taken(product));
        log.info("Product {} created", created.id());
        return created;
    }

    /** @throws Refusal as {@link io.microecommerce.api.product.CatalogEditFacade#change} documents */
    public Product change(String productId, long version, ProductDraft draft) {
        return changed(productId, current -> {
            requireVersion(current, version);
            return drafts.applyTo(current, draft);
        });
    }

    /** @throws Refusal {@code PRODUCT_NOT_FOUND} */
    public void retire(String productId) {
        changed(productId, Product::retire);
    }

    /** @throws Refusal {@code PRODUCT_NOT_FOUND}, {@code SKU_EXISTS}, {@code INVALID_FIELD} */
    public ListedSku addSku(String productId, SkuDraft draft) {
        Sku added = drafts.toSku(draft);
        return listed(changed(productId, current -> drafts.add(current, added)), added.id());
    }

    /** @throws Refusal {@code SKU_NOT_FOUND}, {@code VERSION_CONFLICT}, {@code INVALID_FIELD} */
    public ListedSku changeSku(String skuId, long version, SkuDraft draft) {
        Product product = products.bySkus(List.of(skuId)).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ErrorCode.SKU_NOT_FOUND, "There is no SKU " + skuId + "; add it to its product first."));
        Product changed = changed(product.id(), current -> {
            requireVersion(current, version);
            return drafts.change(current, skuId, draft);
        });
        return listed(changed, skuId);
    }

    /** @throws Refusal as {@link io.microecommerce.api.product.CatalogEditFacade#importProduct} documents */
    public ImportOutcome importProduct(ProductDraft draft) {
        String productId = drafts.requireComplete(draft);
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<Product> current = products.byId(productId);
            if (current.isEmpty()) {
                if (added(drafts.toNew(draft))) {
                    return ImportOutcome.CREATED;
                }
                continue;
            }
            Product next = drafts.applyTo(current.get(), draft);
            if (next.equals(current.get())) {
                return ImportOutcome.UNCHANGED;
            }
            if (replaced(current.get(), next).isPresent()) {
                return ImportOutcome.CHANGED;
            }
        }
        throw overtaken(productId);
    }

    /** @param change called again on what others have made of the product meanwhile */
    private Product changed(String productId, UnaryOperator<Product> change) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Product current = product(productId);
            Product next = change.apply(current);
            if (next.equals(current)) {
                return current;
            }
            Optional<Product> stored = replaced(current, next);
            if (stored.isPresent()) {
                return stored.get();
            }
        }
        throw overtaken(productId);
    }

    /** Empty if the product was changed since it was read. */
    private Optional<Product> replaced(Product current, Product next) {
        try {
            Product stored = shelved.replace(current, next);
            log.info("Product {} changed, version {}", stored.id(), stored.version());
            return Optional.of(stored);
        } catch (OptimisticLockingFailureException overtaken) {
            return Optional.empty();
        }
    }

    /** False if somebody else has just added it. */
    private boolean added(Product product) {
        if (shelved.addIfAbsent(product).isPresent()) {
            log.info("Product {} created", product.id());
            return true;
        }
        Refusal taken = shelved.taken(product);
        if (taken.code() != ErrorCode.PRODUCT_EXISTS) {
            throw taken;
        }
        return false;
    }

    private static ListedSku listed(Product product, String skuId) {
        return product.skus().stream()
                .filter(sku -> sku.id().equals(skuId))
                .findFirst()
                .map(sku -> new ListedSku(product, sku))
                .orElseThrow(() -> new IllegalStateException("Product " + product.id() + " lost SKU " + skuId));
    }

    private static void requireVersion(Product current, long version) {
        if (!Objects.equals(current.version(), version)) {
            throw new Refusal(
                    ErrorCode.VERSION_CONFLICT,
                    "Product " + current.id() + " is at version " + current.version() + ", not " + version
                            + ": somebody changed it since. Read it again, and change that.");
        }
    }

    private static Refusal overtaken(String productId) {
        return new Refusal(
                ErrorCode.VERSION_CONFLICT,
                "Others keep changing product " + productId
                        + " at this moment. Read it again, and send the change again.");
    }
}
