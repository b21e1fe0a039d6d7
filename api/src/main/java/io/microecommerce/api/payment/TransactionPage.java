package io.microecommerce.api.payment;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next cursor of the next page, null at the end */
public record TransactionPage(List<TransactionView> items, @Nullable String next) implements Serializable {

    public TransactionPage {
        items = List.copyOf(items);
    }
}
