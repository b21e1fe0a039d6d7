package io.microecommerce.e2e.shop;

import io.microecommerce.local.launcher.Platform;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the four databases as the operator can, past every service, and says where they disagree. */
public final class Books {

    private final Platform platform;

    Books(Platform platform) {
        this.platform = platform;
    }

    /** Gives a customer money as a top-up would: the wallet and its entry together. */
    public void topUp(String customerId, long minor) {
        inTransaction("shop_payment", connection -> {
            update(
                    connection,
                    """
                    INSERT INTO wallet (customer_id, currency, available_minor) VALUES (?, 'CNY', ?)
                    ON CONFLICT (customer_id) DO UPDATE SET available_minor = wallet.available_minor + excluded.available_minor""",
                    customerId,
                    minor);
            update(
                    connection,
                    "INSERT INTO wallet_entry (cause, kind, customer_id, amount_minor)"
                            + " VALUES (gen_random_uuid()::text, 'TOP_UP', ?, ?)",
                    customerId,
                    minor);
        });
    }

    /** Receives goods as the staff would: the stock and its movement together. */
    public void receive(String sku, int quantity) {
        inTransaction("shop_product", connection -> {
            update(
                    connection,
                    "INSERT INTO stock_movement (sku_id, kind, quantity, reason) VALUES (?, 'RECEIPT', ?, 'test')",
                    sku,
                    quantity);
            update(connection, "UPDATE sku_stock SET available = available + ? WHERE sku_id = ?", quantity, sku);
        });
    }

    /** Changes what no service would, to see that it is noticed. */
    public void change(String database, String sql, Object... parameters) {
        inTransaction(database, connection -> update(connection, sql, parameters));
    }

    public long number(String database, String sql, Object... parameters) {
        Map<String, Object> row = row(database, sql, parameters);
        return ((Number) row.values().iterator().next()).longValue();
    }

    public String text(String database, String sql, Object... parameters) {
        return String.valueOf(row(database, sql, parameters).values().iterator().next());
    }

    /**
     * Everything in which money, stock, order and message of one order disagree; empty once they agree and nothing is under way.
     */
    public List<String> disagreements(String orderId) {
        List<String> found = new ArrayList<>();
        String order = text("shop_order", "SELECT status FROM orders WHERE id = ?", orderId);
        long paid = number(
                "shop_payment", "SELECT count(*) FROM payment WHERE order_id = ? AND paid_at IS NOT NULL", orderId);
        long open = number(
                "shop_payment",
                "SELECT count(*) FROM payment WHERE order_id = ? AND status IN ('INITIATED', 'HELD')",
                orderId);
        long refunded = number(
                "shop_payment", "SELECT count(*) FROM refund WHERE order_id = ? AND given_at IS NOT NULL", orderId);
        long refunding = number(
                "shop_payment",
                "SELECT count(*) FROM refund WHERE order_id = ? AND status IN ('INITIATED', 'HELD')",
                orderId);
        long reserved = number(
                "shop_product",
                "SELECT count(*) FROM stock_reservation WHERE order_id = ? AND state IN ('HELD', 'RETURNING')",
                orderId);
        long sold = number(
                "shop_product",
                "SELECT coalesce(sum(quantity), 0) FROM stock_reservation WHERE order_id = ? AND state = 'SOLD'",
                orderId);
        long ordered = number("shop_order", "SELECT sum(quantity) FROM order_line WHERE order_id = ?", orderId);
        boolean goodsBack = order.equals("REFUNDED")
                && text("shop_order", "SELECT refunded_from FROM orders WHERE id = ?", orderId)
                        .equals("PAID");
        long unseen = number(
                "shop_payment",
                """
                SELECT (SELECT count(*) FROM payment WHERE order_id = ? AND paid_at IS NOT NULL AND event_seen_at IS NULL)
                     + (SELECT count(*) FROM refund WHERE order_id = ? AND given_at IS NOT NULL AND event_seen_at IS NULL)""",
                orderId,
                orderId);
        long awards = number(
                "shop_customer", "SELECT count(*) FROM credit_entry WHERE order_id = ? AND kind = 'AWARD'", orderId);
        long takenBack = number(
                "shop_customer",
                "SELECT count(*) FROM credit_entry WHERE order_id = ? AND kind = 'TAKE_BACK'",
                orderId);

        check(found, open == 0, "a payment is undecided");
        check(found, refunding == 0, "a refund is undecided");
        check(found, reserved == 0, "stock is still reserved");
        check(found, paid <= 1, "paid " + paid + " times");
        check(found, refunded <= paid, "paid " + paid + " times, refunded " + refunded + " times");
        check(
                found,
                order.equals("PAID") == (paid > refunded),
                "the order is " + order + ", payments paid: " + paid + ", refunded: " + refunded);
        check(
                found,
                order.equals("REFUNDED") == (refunded == 1),
                "the order is " + order + ", refunds given: " + refunded);
        check(found, !order.equals("PAYING"), "the order is still PAYING");
        long expected = paid == 1 && !goodsBack ? ordered : 0;
        check(found, sold == expected, "sold " + sold + ", and not " + expected + ", of " + ordered);
        check(found, unseen == 0, "an event has not come back");
        check(found, awards == paid, awards + " credit entries, payments paid: " + paid);
        check(found, takenBack == refunded, takenBack + " credits taken back, refunds given: " + refunded);
        check(found, notifications("ORDER_PAID", orderId) == paid, "the staff are not told of the payment");
        check(found, notifications("ORDER_REFUNDED", orderId) == refunded, "the staff are not told of the refund");
        found.addAll(unbalanced());
        return found;
    }

    private long notifications(String kind, String orderId) {
        return number(
                "shop_order",
                "SELECT count(*) FROM staff_notification WHERE kind = ? AND subject_id = ?",
                kind,
                orderId);
    }

    /** The equations that hold at any moment, over everybody and everything; each violation in words. */
    public List<String> unbalanced() {
        return new io.microecommerce.local.launcher.books.Books(platform).violations();
    }

    private static void check(List<String> found, boolean holds, String otherwise) {
        if (!holds) {
            found.add(otherwise);
        }
    }

    private Map<String, Object> row(String database, String sql, Object... parameters) {
        try (Connection connection = connect(database);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new AssertionError("No row: " + sql);
                }
                Map<String, Object> row = new TreeMap<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.put(rows.getMetaData().getColumnLabel(column), rows.getObject(column));
                }
                return row;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private void inTransaction(String database, Work work) {
        try (Connection connection = connect(database)) {
            connection.setAutoCommit(false);
            work.in(connection);
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int index = 0; index < parameters.length; index++) {
            statement.setObject(index + 1, parameters[index]);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                platform.jdbcUrl(database), "postgres", platform.secret("postgres.password"));
    }

    private interface Work {
        void in(Connection connection) throws SQLException;
    }
}
