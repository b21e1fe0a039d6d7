package io.microecommerce.order.purchase.store;

import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.order.purchase.CancelReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code orders}; the components are its columns.
 *
 * @param shippingAddress JSON
 */
record OrderRow(
        String id,
        String customerId,
        @Nullable String requestHash,
        @Nullable String shippingAddress,
        Instant createdAt,
        Instant payBy,
        OrderStatus status,
        @Nullable String xid,
        @Nullable String paymentId,
        @Nullable Instant paidAt,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable Instant shippedAt,
        @Nullable Instant completedAt,
        @Nullable Instant cancelledAt,
        @Nullable CancelReason cancelReason,
        @Nullable String refundId,
        @Nullable String refundXid,
        @Nullable OrderStatus refundedFrom) {}
