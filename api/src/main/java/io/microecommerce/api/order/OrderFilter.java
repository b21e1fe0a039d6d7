package io.microecommerce.api.order;

import io.microecommerce.api.error.Refusal;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which orders a list shows.
 *
 * @param status null for every status
 * @param from placed at or after this; null for no bound
 * @param to placed before this; null for no bound
 */
public record OrderFilter(@Nullable OrderStatus status, @Nullable Instant from, @Nullable Instant to)
        implements Serializable {

    public static final OrderFilter ALL = new OrderFilter(null, null, null);

    public OrderFilter {
        if (from != null && to != null && to.isBefore(from)) {
            throw Refusal.invalid("to", "must not be before from");
        }
    }
}
