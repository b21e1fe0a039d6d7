package io.microecommerce.order.purchase;

import io.microecommerce.api.product.SkuView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a request orders, as the catalogue has it now.
 *
 * @param lines at least one
 * @param limits of the SKUs in it
 */
record Basket(List<OrderLine> lines, PurchaseLimits limits) {

    /** @param quantity pieces */
    record Item(SkuView sku, int quantity) {}

    static Basket of(List<Item> items) {
        List<OrderLine> lines = new ArrayList<>();
        Map<String, Integer> mostPieces = new HashMap<>();
        for (Item item : items) {
            lines.add(OrderLine.of(item.sku(), item.quantity()));
            Integer most = item.sku().limitPerCustomer();
            if (most != null) {
                mostPieces.put(item.sku().id(), most);
            }
        }
        return new Basket(List.copyOf(lines), new PurchaseLimits(mostPieces));
    }
}
