package io.microecommerce.api.cart;

import io.microecommerce.api.Limits;
import java.io.Serializable;

/** @param quantity pieces, 1 to {@link Limits#MAX_QUANTITY} */
public record CartLine(String skuId, int quantity) implements Serializable {

    public CartLine {
        Limits.requireId("sku_id", skuId);
        Limits.requireQuantity(quantity);
    }
}
