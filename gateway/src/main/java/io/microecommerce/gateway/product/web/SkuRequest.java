package io.microecommerce.gateway.product.web;

import static io.microecommerce.gateway.request.RequestFields.required;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.product.SkuDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SKU to be added; see {@link SkuDraft} for what each field may be.
 *
 * @param id left out to have one made up
 * @param assets left out for the product's
 * @param limitPerCustomer left out for no limit
 * @param retired left out, it is false
 */
record SkuRequest(
        @Nullable String id,
        @Nullable List<@Nullable AttributeRequest> attrs,
        @Nullable AssetsRequest assets,
        @Nullable Price price,
        @Nullable Integer limitPerCustomer,
        @Nullable Boolean retired) {

    SkuDraft toDraft() {
        return new SkuDraft(
                id,
                AttributeRequest.toAttributes(attrs),
                assets == null ? null : assets.toDraft(),
                required("price", price).toMoney(),
                limitPerCustomer,
                Boolean.TRUE.equals(retired));
    }

    /** Money as it is answered too. */
    record Price(@Nullable String currency, @Nullable Long minor) {

        Money toMoney() {
            return new Money(required("price.currency", currency), required("price.minor", minor));
        }
    }
}
