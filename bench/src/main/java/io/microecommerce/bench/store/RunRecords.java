package io.microecommerce.bench.store;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the three databases hold of one run: the payments, orders and reservations of its customers. */
public final class RunRecords {

    private final Operator operator;
    private final String[] customerIds;

    public RunRecords(Operator operator, List<String> customerIds) {
        this.operator = operator;
        this.customerIds = customerIds.toArray(String[]::new);
    }

    /** Idempotency keys of the payments that are PAID. */
    public Set<String> paidKeys() {
        return new TreeSet<>(operator.rows(
                "shop_payment",
                row -> row.getString(1),
                "SELECT idempotency_key FROM payment WHERE status = 'PAID' AND customer_id = ANY (?)",
                (Object) customerIds));
    }

    /** Ids of all orders, paid or not. */
    public List<String> orders() {
        return operator.rows(
                "shop_order", row -> row.getString(1), "SELECT id FROM orders WHERE customer_id = ANY (?)", (Object)
                        customerIds);
    }

    /** How many payments, orders and reservations are at a point from which they will move on by themselves. */
    public long underWay() {
        return payments("INITIATED") + payments("HELD") + orders("PAYING") + reservations("HELD");
    }

    /** How many payments have that status. */
    public long payments(String status) {
        return operator.number(
                "shop_payment",
                "SELECT count(*) FROM payment WHERE status = ? AND customer_id = ANY (?)",
                status,
                customerIds);
    }

    /** How many orders have that status. */
    public long orders(String status) {
        return operator.number(
                "shop_order",
                "SELECT count(*) FROM orders WHERE status = ? AND customer_id = ANY (?)",
                status,
                customerIds);
    }

    /** How many reservations of these orders have that state; an order of one SKU has one in each attempt to pay it. */
    public long reservations(String state) {
        return operator.number(
                "shop_product",
                "SELECT count(*) FROM stock_reservation WHERE state = ? AND order_id = ANY (?)",
                state,
                orders().toArray(String[]::new));
    }
}
