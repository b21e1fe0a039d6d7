package io.microecommerce.api.product;

import java.io.Serializable;
import java.util.List;

/** @param hasMore whether a further page holds anything */
public record ProductPage(List<ProductView> items, boolean hasMore) implements Serializable {

    public ProductPage {
        items = List.copyOf(items);
    }
}
