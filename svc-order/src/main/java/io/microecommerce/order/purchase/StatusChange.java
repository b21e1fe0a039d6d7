package io.microecommerce.order.purchase;

import io.microecommerce.api.order.OrderStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order's history.
 *
 * @param fromStatus null for the first
 * @param actorId of STAFF the member's id, of PAYMENT the payment's, of REFUND the refund's; else null
 */
public record StatusChange(
        @Nullable OrderStatus fromStatus, OrderStatus toStatus, Actor actor, @Nullable String actorId, Instant at) {}
