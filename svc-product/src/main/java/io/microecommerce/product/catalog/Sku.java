package io.microecommerce.product.catalog;

import io.microecommerce.api.Limits;
import io.microecommerce.api.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing that can be bought: a product in one choice of its variants.
 *
 * @param assets null for its product's
 * @param limitPerCustomer most pieces for one customer; null for no limit
 * @param retired no longer sold; it stays readable for the carts and orders that name it
 */
public record Sku(
        String id,
        List<Attribute> attributes,
        @Nullable Assets assets,
        Money price,
        @Nullable Integer limitPerCustomer,
        boolean retired) {

    public Sku {
        Limits.requireId("sku_id", id);
        attributes = List.copyOf(attributes);
        if (price.minor() < 0) {
            throw new IllegalArgumentException("The price of SKU " + id + " is negative");
        }
        if (limitPerCustomer != null && limitPerCustomer < 1) {
            throw new IllegalArgumentException("The limit of SKU " + id + " lets nobody buy it");
        }
    }

    /** Whether its attributes are these, in this order. */
    boolean has(List<String> variants) {
        return attributes.stream().map(Attribute::name).toList().equals(variants);
    }

    Sku retire() {
        return new Sku(id, attributes, assets, price, limitPerCustomer, true);
    }
}
