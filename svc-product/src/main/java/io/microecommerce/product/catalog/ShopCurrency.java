package io.microecommerce.product.catalog;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;

/**
 * The one currency of the shop. Searching and sorting by price compare minor units, and would compare apples with pears if
 * there were two.
 *
 * @param code ISO 4217, three capitals
 */
public record ShopCurrency(String code) {

    public ShopCurrency {
        requireCode(code);
    }

    /** @throws Refusal {@code INVALID_FIELD} for a price in another currency */
    Money require(Money price) {
        if (!price.currency().equals(code)) {
            throw Refusal.invalid("price.currency", "must be " + code + ", the shop's currency");
        }
        return price;
    }

    private static void requireCode(String code) {
        try {
            new Money(code, 0);
        } catch (Refusal noCode) {
            throw new IllegalArgumentException("'" + code + "' is no currency; configure a code such as CNY", noCode);
        }
    }
}
