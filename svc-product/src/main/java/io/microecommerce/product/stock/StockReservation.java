package io.microecommerce.product.stock;

import io.microecommerce.api.product.ReserveStockCommand;
import java.util.List;
import java.util.TreeMap;

/**
 * What one global transaction reserves for one order.
 *
 * @param lines a line a SKU, in the order of the SKU ids: every transaction takes them in this order, so that two orders
 *     cannot deadlock
 */
public record StockReservation(String xid, String orderId, List<Line> lines) {

    /** @param quantity pieces, positive */
    public record Line(String skuId, long quantity) {}

    public StockReservation {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("A reservation has at least one line");
        }
    }

    /** Adds up the lines of the same SKU. */
    public static StockReservation of(String xid, String orderId, List<ReserveStockCommand.Line> lines) {
        TreeMap<String, Long> quantities = new TreeMap<>();
        for (ReserveStockCommand.Line line : lines) {
            quantities.merge(line.skuId(), (long) line.quantity(), Math::addExact);
        }
        return new StockReservation(
                xid,
                orderId,
                quantities.entrySet().stream()
                        .map(merged -> new Line(merged.getKey(), merged.getValue()))
                        .toList());
    }
}
