package io.microecommerce.api.product;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A SKU as staff give it.
 *
 * @param id null to have one made up; never changes afterwards
 * @param attributes one for each variant of the product, in their order
 * @param assets null for the product's
 * @param price of one piece, 1 to {@link Limits#MAX_PRICE_MINOR} minor units
 * @param limitPerCustomer most pieces for one customer, 1 to {@link Limits#MAX_QUANTITY}; null for no limit
 * @param retired not for sale
 */
public record SkuDraft(
        @Nullable String id,
        List<AttributeView> attributes,
        @Nullable AssetsDraft assets,
        Money price,
        @Nullable Integer limitPerCustomer,
        boolean retired)
        implements Serializable {

    public SkuDraft {
        if (id != null) {
            Limits.requireId("id", id);
        }
        attributes = List.copyOf(attributes);
        requireAttributes(attributes);
        if (price.minor() < 1 || price.minor() > Limits.MAX_PRICE_MINOR) {
            throw Refusal.invalid("price.minor", "must be 1 to " + Limits.MAX_PRICE_MINOR);
        }
        if (limitPerCustomer != null && (limitPerCustomer < 1 || limitPerCustomer > Limits.MAX_QUANTITY)) {
            throw Refusal.invalid("limit_per_customer", "must be 1 to " + Limits.MAX_QUANTITY);
        }
    }

    private static void requireAttributes(List<AttributeView> attributes) {
        if (attributes.size() > ProductDraft.MAX_VARIANTS) {
            throw Refusal.invalid("attrs", "must be at most " + ProductDraft.MAX_VARIANTS);
        }
        Set<String> names = new HashSet<>();
        for (AttributeView attribute : attributes) {
            Limits.requireText("attrs.name", attribute.name(), ProductDraft.MAX_VARIANT_LENGTH);
            Limits.requireText("attrs.value", attribute.value(), ProductDraft.MAX_VARIANT_LENGTH);
            if (!names.add(attribute.name())) {
                throw Refusal.invalid("attrs", "must not name " + attribute.name() + " twice");
            }
        }
    }
}
