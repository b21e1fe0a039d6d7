package io.microecommerce.gateway.product.web;

import static io.microecommerce.gateway.request.RequestFields.required;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attributes in which a product's SKUs differ, as they are answered too. */
record VariantsRequest(@Nullable List<@Nullable Variant> attrs) {

    /** @param variants none where it is left out */
    static List<String> names(@Nullable VariantsRequest variants) {
        if (variants == null) {
            return List.of();
        }
        return required("variants.attrs", variants.attrs()).stream()
                .map(variant -> required(
                        "variants.attrs.name",
                        required("variants.attrs", variant).name()))
                .toList();
    }

    record Variant(@Nullable String name) {}
}
