package io.microecommerce.api.order;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next cursor of the next page, null at the end */
public record OrderPage(List<OrderView> items, @Nullable String next) implements Serializable {

    public OrderPage {
        items = List.copyOf(items);
    }
}
