package io.microecommerce.gateway.order.web;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.order.OrderView;
import io.microecommerce.api.product.AttributeView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order, with titles and prices of the moment it was placed.
 *
 * @param payBy until when it can be paid
 */
record OrderResponse(
        String id,
        OrderStatus status,
        Money total,
        List<Line> lines,
        Instant createdAt,
        Instant payBy,
        @Nullable Instant paidAt,
        @Nullable Instant cancelledAt) {

    static OrderResponse of(OrderView order) {
        return new OrderResponse(
                order.id(),
                order.status(),
                order.total(),
                order.lines().stream().map(Line::of).toList(),
                order.createdAt(),
                order.payBy(),
                order.paidAt(),
                order.cancelledAt());
    }

    /** @param price of one piece */
    record Line(
            String skuId, String productId, String title, List<AttributeView> attributes, Money price, int quantity) {

        static Line of(OrderView.Line line) {
            return new Line(
                    line.skuId(), line.productId(), line.title(), line.attributes(), line.price(), line.quantity());
        }
    }
}
