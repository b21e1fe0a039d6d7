package io.microecommerce.api.order;

import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.product.AttributeView;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order. Titles and prices are those of the moment it was placed.
 *
 * @param shippingAddress null where none was given yet, and for an order of a customer who was forgotten
 * @param payBy until when it can be paid
 * @param paidAt null until it is paid
 * @param shipment null until it is shipped
 * @param completedAt null until it is completed
 * @param cancelledAt null unless it is cancelled
 * @param cancelReason {@code BY_CUSTOMER} or {@code PAYMENT_WINDOW_CLOSED}; null unless it is cancelled
 * @param history every change of status, the oldest first; empty in lists
 */
public record OrderView(
        String id,
        String customerId,
        OrderStatus status,
        Money total,
        List<Line> lines,
        @Nullable PostalAddress shippingAddress,
        Instant createdAt,
        Instant payBy,
        @Nullable Instant paidAt,
        @Nullable Shipment shipment,
        @Nullable Instant completedAt,
        @Nullable Instant cancelledAt,
        @Nullable String cancelReason,
        List<Transition> history)
        implements Serializable {

    public OrderView {
        lines = List.copyOf(lines);
        history = List.copyOf(history);
    }

    /** @param price of one piece */
    public record Line(
            String skuId, String productId, String title, List<AttributeView> attributes, Money price, int quantity)
            implements Serializable {
        public Line {
            attributes = List.copyOf(attributes);
        }
    }

    /** How it travels. */
    public record Shipment(String carrier, String trackingNumber, Instant shippedAt) implements Serializable {}

    /**
     * One change of status.
     *
     * @param from null for the first
     * @param actor {@code CUSTOMER}, {@code STAFF}, {@code PAYMENT}, {@code REFUND} or {@code TIMER}
     */
    public record Transition(@Nullable OrderStatus from, OrderStatus to, String actor, Instant at)
            implements Serializable {}
}
