package io.microecommerce.order.purchase.store;

import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.order.purchase.CancelReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code orders}; the components are its columns. */
record OrderRow(
        String id,
        String customerId,
        OrderStatus status,
        Instant payBy,
        @Nullable String xid,
        @Nullable String paymentId,
        String idempotencyKey,
        String requestHash,
        Instant createdAt,
        @Nullable Instant paidAt,
        @Nullable Instant cancelledAt,
        @Nullable CancelReason cancelReason) {}
