package io.microecommerce.cart.line;

import io.microecommerce.api.cart.CartItemView;
import io.microecommerce.api.cart.CartLine;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.SkuView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carts as their customers see them. The catalogue is asked before a cart is changed: when it does not answer, the customer
 * hears so and the cart is as it was.
 */
public final class PricedCarts {

    private final Carts carts;
    private final Catalogue catalogue;

    public PricedCarts(Carts carts, Catalogue catalogue) {
        this.carts = carts;
        this.catalogue = catalogue;
    }

    public List<CartItemView> items(String customerId) {
        List<CartLine> lines = carts.lines(customerId);
        if (lines.isEmpty()) {
            return List.of();
        }
        Map<String, SkuView> skus =
                catalogue.skus(lines.stream().map(CartLine::skuId).toList());
        return lines.stream()
                .map(line -> item(line.skuId(), line.quantity(), skus.get(line.skuId())))
                .toList();
    }

    /** @throws Refusal {@code SKU_NOT_FOUND}, {@code SKU_NOT_FOR_SALE}, {@code CART_FULL}, {@code INVALID_FIELD} */
    public CartItemView add(String customerId, CartLine line) {
        SkuView sku = catalogue
                .sku(line.skuId())
                .orElseThrow(() -> new Refusal(ErrorCode.SKU_NOT_FOUND, "There is no SKU " + line.skuId() + "."));
        if (!sku.forSale()) {
            throw new Refusal(ErrorCode.SKU_NOT_FOR_SALE, "The SKU " + line.skuId() + " is no longer for sale.");
        }
        return item(line.skuId(), carts.add(customerId, line), sku);
    }

    /** @throws Refusal {@code CART_ITEM_NOT_FOUND} */
    public CartItemView change(String customerId, CartLine line) {
        Optional<SkuView> sku = catalogue.sku(line.skuId());
        if (!carts.change(customerId, line)) {
            throw notInCart(line.skuId());
        }
        return item(line.skuId(), line.quantity(), sku.orElse(null));
    }

    /** @throws Refusal {@code CART_ITEM_NOT_FOUND} */
    public void remove(String customerId, String skuId) {
        if (!carts.remove(customerId, skuId)) {
            throw notInCart(skuId);
        }
    }

    private static CartItemView item(String skuId, int quantity, @Nullable SkuView sku) {
        if (sku == null) {
            return new CartItemView(skuId, quantity, false, null, null, List.of(), null, 0);
        }
        return new CartItemView(
                skuId,
                quantity,
                sku.forSale(),
                sku.title(),
                sku.price(),
                sku.attrs(),
                sku.assets().thumbnail(),
                sku.stock().available());
    }

    private static Refusal notInCart(String skuId) {
        return new Refusal(ErrorCode.CART_ITEM_NOT_FOUND, "The SKU " + skuId + " is not in the cart; add it first.");
    }
}
