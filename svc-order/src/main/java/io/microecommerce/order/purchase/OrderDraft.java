package io.microecommerce.order.purchase;

import io.microecommerce.api.Limits;
import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.api.money.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an order is made of before the database gives it its times.
 *
 * @param lines 1 to {@link Limits#MAX_LINES}, a SKU at most once
 * @param shippingAddress null where none is known yet
 */
public record OrderDraft(
        String id,
        String customerId,
        RequestKey placedBy,
        List<OrderLine> lines,
        @Nullable PostalAddress shippingAddress) {

    public OrderDraft {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > Limits.MAX_LINES) {
            throw new IllegalArgumentException("An order has 1 to " + Limits.MAX_LINES + " lines");
        }
        Set<String> skuIds = new HashSet<>();
        for (OrderLine line : lines) {
            if (!skuIds.add(line.skuId())) {
                throw new IllegalArgumentException("SKU " + line.skuId() + " stands in two lines");
            }
        }
    }

    /** @throws io.microecommerce.api.error.Refusal {@code AMOUNT_TOO_LARGE}, {@code INVALID_FIELD} on mixed currencies */
    public Money total() {
        return OrderLine.total(lines);
    }
}
