package io.microecommerce.gateway.order.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.order.OrderView;
import io.microecommerce.api.product.AttributeView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order.
 *
 * @param customerId whose it is, for staff; left out for the customer
 * @param lines titles and prices as they were when it was placed
 * @param shippingAddress null where none was given yet
 * @param payBy until when it can be paid
 * @param paidAt null until it is paid
 * @param shipment null until it is shipped
 * @param completedAt null until it is completed
 * @param cancelledAt null unless it is cancelled
 * @param cancelReason {@code BY_CUSTOMER} or {@code PAYMENT_WINDOW_CLOSED}; null unless it is cancelled
 * @param history every change of status, the oldest first; left out in lists
 */
record OrderResponse(
        String id,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String customerId,
        OrderStatus status,
        Money total,
        List<Line> lines,
        @Nullable PostalAddress shippingAddress,
        Instant createdAt,
        Instant payBy,
        @Nullable Instant paidAt,
        OrderView.@Nullable Shipment shipment,
        @Nullable Instant completedAt,
        @Nullable Instant cancelledAt,
        @Nullable String cancelReason,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OrderView.Transition> history) {

    static OrderResponse of(OrderView order) {
        return of(order, null);
    }

    static OrderResponse forStaff(OrderView order) {
        return of(order, order.customerId());
    }

    private static OrderResponse of(OrderView order, @Nullable String customerId) {
        return new OrderResponse(
                order.id(),
                customerId,
                order.status(),
                order.total(),
                order.lines().stream().map(Line::of).toList(),
                order.shippingAddress(),
                order.createdAt(),
                order.payBy(),
                order.paidAt(),
                order.shipment(),
                order.completedAt(),
                order.cancelledAt(),
                order.cancelReason(),
                order.history());
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
