package io.microecommerce.gateway.cart.web;

import io.microecommerce.api.cart.CartItemView;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.product.AssetsView.ImageView;
import io.microecommerce.api.product.AttributeView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the cart.
 *
 * @param valid false when the SKU is gone or retired: the line stays listed and cannot be ordered
 * @param title null, as price and thumbnail, when the SKU no longer exists
 * @param stock pieces that can be bought now
 */
record CartItemResponse(
        String skuId,
        int quantity,
        boolean valid,
        @Nullable String title,
        @Nullable Money price,
        List<AttributeView> attributes,
        @Nullable ImageView thumbnail,
        long stock) {

    static CartItemResponse of(CartItemView item) {
        return new CartItemResponse(
                item.skuId(),
                item.quantity(),
                item.valid(),
                item.title(),
                item.price(),
                item.attributes(),
                item.thumbnail(),
                item.stock());
    }
}
