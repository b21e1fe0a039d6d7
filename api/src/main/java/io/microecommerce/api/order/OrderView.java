package io.microecommerce.api.order;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.product.AttributeView;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order. Titles and prices are those of the moment it was placed.
 *
 * @param payBy until when it can be paid
 * @param paidAt null until it is paid
 * @param cancelledAt null unless it is cancelled
 */
public record OrderView(
        String id,
        OrderStatus status,
        Money total,
        List<Line> lines,
        Instant createdAt,
        Instant payBy,
        @Nullable Instant paidAt,
        @Nullable Instant cancelledAt)
        implements Serializable {

    public OrderView {
        lines = List.copyOf(lines);
    }

    /** @param price of one piece */
    public record Line(
            String skuId, String productId, String title, List<AttributeView> attributes, Money price, int quantity)
            implements Serializable {
        public Line {
            attributes = List.copyOf(attributes);
        }
    }
}
