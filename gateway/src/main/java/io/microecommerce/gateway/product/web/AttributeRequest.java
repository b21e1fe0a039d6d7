package io.microecommerce.gateway.product.web;

import static io.microecommerce.gateway.request.RequestFields.required;

import io.microecommerce.api.product.AttributeView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One attribute of a SKU, as it is answered too. */
record AttributeRequest(@Nullable String name, @Nullable String value) {

    static List<AttributeView> toAttributes(@Nullable List<@Nullable AttributeRequest> attrs) {
        return required("attrs", attrs).stream()
                .map(attribute -> required("attrs", attribute))
                .map(attribute -> new AttributeView(
                        required("attrs.name", attribute.name()), required("attrs.value", attribute.value())))
                .toList();
    }
}
