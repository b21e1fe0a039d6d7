package io.microecommerce.order.purchase;

import io.microecommerce.api.cart.CartLine;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.SkuView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds out what a request orders: quantities from the cart or the request, titles, prices and limits from the catalogue. */
public class FillBasket {

    private final Carts carts;
    private final Catalog catalog;

    public FillBasket(Carts carts, Catalog catalog) {
        this.carts = carts;
        this.catalog = catalog;
    }

    /**
     * @param skuIds the lines to order; empty for every one that is for sale
     * @throws Refusal {@code CART_EMPTY}, {@code CART_ITEM_NOT_FOUND}, {@code SKU_NOT_FOR_SALE}, {@code SERVICE_UNAVAILABLE}
     */
    Basket fromCart(String customerId, List<String> skuIds) {
        Map<String, CartLine> cart = new LinkedHashMap<>();
        carts.lines(customerId).forEach(line -> cart.put(line.skuId(), line));
        return Basket.of(skuIds.isEmpty() ? allForSale(cart) : named(cart, skuIds));
    }

    /** @throws Refusal {@code SKU_NOT_FOUND}, {@code SKU_NOT_FOR_SALE}, {@code SERVICE_UNAVAILABLE} */
    Basket ofProduct(String skuId, int quantity) {
        SkuView sku = catalog.skus(List.of(skuId)).get(skuId);
        if (sku == null) {
            throw new Refusal(ErrorCode.SKU_NOT_FOUND, "There is no SKU " + skuId + ".");
        }
        if (!sku.forSale()) {
            throw notForSale(skuId);
        }
        return Basket.of(List.of(new Basket.Item(sku, quantity)));
    }

    /** What is not for sale stays in the cart, where the customer sees it as invalid. */
    private List<Basket.Item> allForSale(Map<String, CartLine> cart) {
        if (cart.isEmpty()) {
            throw new Refusal(ErrorCode.CART_EMPTY, "The cart is empty; add something first.");
        }
        Map<String, SkuView> skus = catalog.skus(cart.keySet());
        List<Basket.Item> items = new ArrayList<>();
        for (CartLine line : cart.values()) {
            SkuView sku = skus.get(line.skuId());
            if (sku != null && sku.forSale()) {
                items.add(new Basket.Item(sku, line.quantity()));
            }
        }
        if (items.isEmpty()) {
            throw new Refusal(ErrorCode.CART_EMPTY, "Nothing in the cart is for sale any more; add something first.");
        }
        return items;
    }

    private List<Basket.Item> named(Map<String, CartLine> cart, List<String> skuIds) {
        Map<String, CartLine> wanted = new LinkedHashMap<>();
        for (String skuId : skuIds) {
            CartLine line = cart.get(skuId);
            if (line == null) {
                throw new Refusal(ErrorCode.CART_ITEM_NOT_FOUND, "SKU " + skuId + " is not in the cart.");
            }
            wanted.put(skuId, line);
        }
        Map<String, SkuView> skus = catalog.skus(wanted.keySet());
        List<Basket.Item> items = new ArrayList<>();
        for (CartLine line : wanted.values()) {
            SkuView sku = skus.get(line.skuId());
            if (sku == null || !sku.forSale()) {
                throw notForSale(line.skuId());
            }
            items.add(new Basket.Item(sku, line.quantity()));
        }
        return items;
    }

    private static Refusal notForSale(String skuId) {
        return new Refusal(ErrorCode.SKU_NOT_FOR_SALE, "SKU " + skuId + " is not for sale; leave it out.");
    }
}
