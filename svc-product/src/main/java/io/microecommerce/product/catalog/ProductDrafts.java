package io.microecommerce.product.catalog;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.AssetsDraft;
import io.microecommerce.api.product.ProductDraft;
import io.microecommerce.api.product.SkuDraft;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes products of what staff give, and says in a {@code Refusal INVALID_FIELD} why where it cannot. */
@Component
class ProductDrafts {

    /** Retired ones among them: a product is one document, and documents end at 16 MiB. */
    private static final int MAX_SKUS = 300;

    private final ShopCurrency currency;
    private final Clock clock;

    ProductDrafts(ShopCurrency currency, Clock clock) {
        this.currency = currency;
        this.clock = clock;
    }

    Product toNew(ProductDraft draft) {
        List<SkuDraft> skus = draft.skus();
        return product(
                draft.id() == null ? madeUpId() : draft.id(),
                null,
                draft,
                skus == null ? List.of() : skus.stream().map(this::toSku).toList(),
                // As MongoDB keeps it.
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** What the draft makes of a product that exists. */
    Product applyTo(Product current, ProductDraft draft) {
        requireSameId(current.id(), draft.id());
        List<SkuDraft> skus = draft.skus();
        return product(
                current.id(),
                current.version(),
                draft,
                skus == null ? current.skus() : listed(current, skus),
                current.createdAt());
    }

    /** @throws Refusal also {@code SKU_EXISTS} */
    Product add(Product current, Sku sku) {
        if (current.skus().stream().anyMatch(other -> other.id().equals(sku.id()))) {
            throw new Refusal(
                    ErrorCode.SKU_EXISTS,
                    "Product " + current.id() + " has a SKU " + sku.id()
                            + " already; change that, or choose another id.");
        }
        List<Sku> skus = new ArrayList<>(current.skus());
        skus.add(sku);
        requireSkus(current.variants(), skus);
        return current.withSkus(skus);
    }

    Product change(Product current, String skuId, SkuDraft draft) {
        requireSameId(skuId, draft.id());
        Sku changed = toSku(skuId, draft);
        List<Sku> skus = current.skus().stream()
                .map(sku -> sku.id().equals(skuId) ? changed : sku)
                .toList();
        requireSkus(current.variants(), skus);
        return current.withSkus(skus);
    }

    /**
     * An import says all there is, so that it can be repeated.
     *
     * @return the product's id
     */
    String requireComplete(ProductDraft draft) {
        String id = draft.id();
        if (id == null) {
            throw Refusal.invalid("id", "must be given in an import");
        }
        List<SkuDraft> skus = draft.skus();
        if (skus == null || skus.isEmpty()) {
            throw Refusal.invalid("skus", "must be given in an import, at least one");
        }
        if (skus.stream().anyMatch(sku -> sku.id() == null)) {
            throw Refusal.invalid("skus.id", "must be given in an import");
        }
        return id;
    }

    Sku toSku(SkuDraft draft) {
        return toSku(draft.id() == null ? madeUpId() : draft.id(), draft);
    }

    private Sku toSku(String id, SkuDraft draft) {
        AssetsDraft assets = draft.assets();
        return new Sku(
                id,
                draft.attributes().stream()
                        .map(attribute -> new Attribute(attribute.name(), attribute.value()))
                        .toList(),
                assets == null ? null : toAssets(assets),
                currency.require(draft.price()),
                draft.limitPerCustomer(),
                draft.retired());
    }

    /** Those that the draft lists, and then those that it does not, retired. */
    private List<Sku> listed(Product current, List<SkuDraft> drafts) {
        List<Sku> skus = new ArrayList<>(drafts.stream().map(this::toSku).toList());
        List<String> listed = skus.stream().map(Sku::id).toList();
        current.skus().stream()
                .filter(sku -> !listed.contains(sku.id()))
                .map(Sku::retire)
                .forEach(skus::add);
        return skus;
    }

    private static Product product(
            String id, @Nullable Long version, ProductDraft draft, List<Sku> skus, Instant createdAt) {
        requireSkus(draft.variants(), skus);
        return new Product(
                id,
                version,
                draft.title(),
                draft.body(),
                draft.category(),
                toAssets(draft.assets()),
                draft.variants(),
                skus,
                draft.retired(),
                createdAt);
    }

    private static void requireSkus(List<String> variants, List<Sku> skus) {
        Set<String> ids = new HashSet<>();
        int live = 0;
        for (Sku sku : skus) {
            if (!ids.add(sku.id())) {
                throw Refusal.invalid("skus", "must not hold SKU " + sku.id() + " twice");
            }
            if (!sku.retired()) {
                live++;
                requireVariants(variants, sku);
            }
        }
        if (live > Limits.MAX_LINES) {
            throw Refusal.invalid("skus", "must be at most " + Limits.MAX_LINES + "; retire some");
        }
        if (skus.size() > MAX_SKUS) {
            throw Refusal.invalid(
                    "skus", "must be at most " + MAX_SKUS + " with the retired ones, which stay; make another product");
        }
    }

    private static void requireVariants(List<String> variants, Sku sku) {
        if (!sku.has(variants)) {
            throw Refusal.invalid(
                    "attrs",
                    "of SKU " + sku.id()
                            + (variants.isEmpty()
                                    ? " must be empty, for the product has no variants"
                                    : " must be " + String.join(", ", variants)
                                            + ": one for each variant of the product, in their order"));
        }
    }

    private static void requireSameId(String id, @Nullable String given) {
        if (given != null && !given.equals(id)) {
            throw Refusal.invalid("id", "must be " + id + ", for an id never changes; leave it out");
        }
    }

    private static Assets toAssets(AssetsDraft assets) {
        return new Assets(assets.ppt(), assets.thumbnail());
    }

    private static String madeUpId() {
        return UUID.randomUUID().toString();
    }
}
