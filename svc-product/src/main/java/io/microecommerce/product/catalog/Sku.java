package io.microecommerce.product.catalog;

import io.microecommerce.api.Limits;
import io.microecommerce.api.money.Money;
import java.util.List;

/**
 * A thing that can be bought: a product in one choice of its variants.
 *
 * @param retired no longer sold; it stays readable for the carts and orders that name it
 */
public record Sku(String id, List<Attribute> attributes, Assets assets, Money price, boolean retired) {

    public Sku {
        Limits.requireId("sku_id", id);
        attributes = List.copyOf(attributes);
        if (price.minor() < 0) {
            throw new IllegalArgumentException("The price of SKU " + id + " is negative");
        }
    }
}
