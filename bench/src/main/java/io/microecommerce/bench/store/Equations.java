package io.microecommerce.bench.store;

import java.util.ArrayList;
import java.util.List;

/** The equations of money and stock, over everybody and everything; they hold at any moment, also under load. */
public final class Equations {

    private final Operator operator;

    public Equations(Operator operator) {
        this.operator = operator;
    }

    /** Those that do not hold, in words. */
    public List<String> broken() {
        List<String> broken = new ArrayList<>();
        long wallets = operator.number(
                "shop_payment",
                """
                SELECT count(*) FROM wallet w
                  LEFT JOIN (SELECT customer_id, sum(amount_minor) AS minor FROM wallet_entry GROUP BY customer_id) e
                       USING (customer_id)
                 WHERE w.available_minor + w.frozen_minor <> coalesce(e.minor, 0)""");
        if (wallets != 0) {
            broken.add(wallets + " wallets differ from the sum of their entries");
        }
        long frozen = operator.number(
                "shop_payment",
                """
                SELECT (SELECT coalesce(sum(frozen_minor), 0) FROM wallet)
                     - (SELECT coalesce(sum(amount_minor), 0) FROM payment WHERE status = 'HELD')""");
        if (frozen != 0) {
            broken.add("frozen money differs from held payments by " + frozen + " minor units");
        }
        long skus = operator.number(
                "shop_product",
                """
                SELECT count(*) FROM sku_stock s
                  LEFT JOIN (SELECT sku_id, sum(quantity) AS pieces FROM stock_movement GROUP BY sku_id) m USING (sku_id)
                  LEFT JOIN (SELECT sku_id, sum(quantity) AS pieces FROM stock_reservation
                              WHERE state IN ('HELD', 'SOLD') GROUP BY sku_id) r USING (sku_id)
                 WHERE s.available + coalesce(r.pieces, 0) <> coalesce(m.pieces, 0)""");
        if (skus != 0) {
            broken.add(skus + " SKUs differ from the sum of their movements");
        }
        return broken;
    }
}
