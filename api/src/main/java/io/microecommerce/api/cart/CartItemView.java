package io.microecommerce.api.cart;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.product.AssetsView.ImageView;
import io.microecommerce.api.product.AttributeView;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a cart, priced and checked against the catalogue at the time of reading.
 *
 * @param valid false when the SKU is gone or retired: the line stays visible and cannot be ordered
 * @param title null, as price and thumbnail, when the SKU no longer exists
 * @param stock pieces available now, 0 when the SKU no longer exists
 */
public record CartItemView(
        String skuId,
        int quantity,
        boolean valid,
        @Nullable String title,
        @Nullable Money price,
        List<AttributeView> attributes,
        @Nullable ImageView thumbnail,
        long stock)
        implements Serializable {

    public CartItemView {
        attributes = List.copyOf(attributes);
    }
}
