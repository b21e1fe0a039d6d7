package io.microecommerce.order.purchase;

import io.microecommerce.api.Limits;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.product.AttributeView;
import io.microecommerce.api.product.SkuView;
import java.util.List;

/**
 * Pieces of one SKU. Title, attributes and price are those of the moment the order was placed.
 *
 * @param price of one piece, more than zero
 * @param quantity pieces, 1 to {@link Limits#MAX_QUANTITY}
 */
public record OrderLine(
        String skuId, String productId, String title, List<AttributeView> attributes, Money price, int quantity) {

    public OrderLine {
        attributes = List.copyOf(attributes);
        Limits.requireQuantity(quantity);
        if (price.minor() <= 0) {
            throw new IllegalArgumentException("The price of " + skuId + " must be more than zero, was " + price);
        }
    }

    static OrderLine of(SkuView sku, int quantity) {
        return new OrderLine(sku.id(), sku.productId(), sku.title(), sku.attrs(), sku.price(), quantity);
    }

    /** @throws io.microecommerce.api.error.Refusal {@code AMOUNT_TOO_LARGE} */
    public Money total() {
        return price.times(quantity);
    }

    /**
     * @param lines at least one
     * @throws io.microecommerce.api.error.Refusal {@code AMOUNT_TOO_LARGE}, {@code INVALID_FIELD} on mixed currencies
     */
    static Money total(List<OrderLine> lines) {
        Money total = lines.get(0).total();
        for (OrderLine line : lines.subList(1, lines.size())) {
            total = total.plus(line.total());
        }
        return total;
    }
}
