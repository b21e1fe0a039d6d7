package io.microecommerce.gateway.product.web;

import static io.microecommerce.gateway.request.RequestFields.required;

import io.microecommerce.api.product.AssetsDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pictures, as they are answered too. */
record AssetsRequest(@Nullable List<@Nullable Image> ppt, @Nullable Image thumbnail) {

    AssetsDraft toDraft() {
        return new AssetsDraft(
                required("assets.ppt", ppt).stream()
                        .map(image -> required("assets.ppt", image).address("assets.ppt.src"))
                        .toList(),
                required("assets.thumbnail", thumbnail).address("assets.thumbnail.src"));
    }

    record Image(@Nullable String src) {

        String address(String field) {
            return required(field, src);
        }
    }
}
