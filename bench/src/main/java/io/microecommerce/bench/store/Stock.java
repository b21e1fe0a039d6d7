package io.microecommerce.bench.store;

import io.microecommerce.bench.BenchException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Goods for a run. What was not sold goes back, so that a SKU with one piece has one piece again. */
public final class Stock {

    private static final String DATABASE = "shop_product";

    private final Operator operator;

    public Stock(Operator operator) {
        this.operator = operator;
    }

    /** The SKUs that have stock at all, the same ones first in every run. */
    public List<String> skus() {
        return operator.rows(DATABASE, row -> row.getString(1), "SELECT sku_id FROM sku_stock ORDER BY sku_id");
    }

    /** Receives that many pieces of each SKU as the staff would: the stock and its movement together. */
    public void receive(List<String> skus, long quantity) {
        operator.inTransaction(DATABASE, connection -> {
            // In the order in which every transaction takes these rows.
            for (String sku : skus.stream().sorted().toList()) {
                move(connection, sku, "RECEIPT", quantity, "bench: received for a run");
            }
            return skus.size();
        });
    }

    /** Takes back what is left of {@link #receive}, when these orders are what the run has bought. */
    public void takeBack(List<String> skus, long received, List<String> orders) {
        Map<String, Long> bought = bought(orders);
        operator.inTransaction(DATABASE, connection -> {
            for (String sku : skus.stream().sorted().toList()) {
                long left = received - bought.getOrDefault(sku, 0L);
                if (left > 0) {
                    move(connection, sku, "CORRECTION", -left, "bench: not sold");
                }
            }
            return skus.size();
        });
    }

    private Map<String, Long> bought(List<String> orders) {
        Map<String, Long> bought = new HashMap<>();
        operator.rows(
                DATABASE,
                row -> bought.put(row.getString(1), row.getLong(2)),
                """
                SELECT sku_id, sum(quantity) FROM stock_reservation
                 WHERE state IN ('HELD', 'SOLD', 'RETURNING') AND order_id = ANY (?) GROUP BY sku_id""",
                (Object) orders.toArray(String[]::new));
        return bought;
    }

    private static void move(Connection connection, String sku, String kind, long quantity, String reason)
            throws SQLException {
        int changed = Operator.update(
                connection, "UPDATE sku_stock SET available = available + ? WHERE sku_id = ?", quantity, sku);
        if (changed != 1) {
            throw new BenchException("There is no SKU " + sku + " in stock.");
        }
        Operator.update(
                connection,
                "INSERT INTO stock_movement (sku_id, kind, quantity, reason) VALUES (?, ?, ?, ?)",
                sku,
                kind,
                quantity,
                reason);
    }
}
