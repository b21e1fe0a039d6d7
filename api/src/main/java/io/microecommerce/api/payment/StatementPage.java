package io.microecommerce.api.payment;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next cursor of the next page, null at the end */
public record StatementPage(List<StatementView> items, @Nullable String next) implements Serializable {

    public StatementPage {
        items = List.copyOf(items);
    }
}
