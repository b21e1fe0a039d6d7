package io.microecommerce.e2e.chaos.check;

import io.microecommerce.books.Invariant;
import io.microecommerce.e2e.chaos.check.Snapshot.OrderRow;
import io.microecommerce.e2e.chaos.check.Snapshot.PaymentRow;
import io.microecommerce.e2e.chaos.check.Snapshot.RefundRow;
import io.microecommerce.e2e.chaos.check.Snapshot.Refunding;
import io.microecommerce.e2e.chaos.check.Snapshot.ReservationRow;
import io.microecommerce.local.launcher.Platform;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the databases as the operator can, past every service and every proxy. */
public final class SnapshotReader {

    /** What has been rolled back (11), or was after its time-out (13), to its last branch. */
    private static final String LEFT_OVER =
            "(g.status IN (11, 13) AND NOT EXISTS (SELECT 1 FROM branch_table b WHERE b.xid = g.xid))";

    private final Platform platform;
    private final Collection<String> customers;
    private final Instant since;

    /**
     * @param customers whose payments and orders are looked at
     * @param since nothing of these is older
     */
    public SnapshotReader(Platform platform, Collection<String> customers, Instant since) {
        this.platform = platform;
        this.customers = List.copyOf(customers);
        this.since = since;
    }

    /** Reads the databases. @throws SQLException if one cannot be read, because it is just away */
    public Snapshot read() throws SQLException {
        return read(List.of(), Optional.empty());
    }

    /**
     * Reads the databases, and asks the broker for its half messages and the provider for its books.
     *
     * @throws SQLException if a database cannot be read
     * @throws IOException if the broker does not answer
     * @throws io.microecommerce.local.launcher.installation.PlatformException if the provider does not answer
     */
    public Snapshot readWithOutside() throws SQLException, IOException {
        return read(
                HalfMessages.unresolved("127.0.0.1:" + platform.port("rocketmq-broker")),
                Optional.of(ProviderBooks.of(platform)));
    }

    private Snapshot read(List<String> halfMessages, Optional<ProviderBooks> provider) throws SQLException {
        // The databases are read one after another, so while customers are at work only what one of them says is
        // compared.
        try (Connection payment = snapshotOf("shop_payment");
                Connection order = snapshotOf("shop_order");
                Connection product = snapshotOf("shop_product");
                Connection customer = snapshotOf("shop_customer");
                Connection seata = snapshotOf("shop_seata")) {
            List<PaymentRow> payments = payments(payment);
            List<OrderRow> orders = orders(order);
            List<String> paymentIds = payments.stream().map(PaymentRow::id).toList();
            List<String> orderIds = orders.stream().map(OrderRow::id).toList();
            List<String> tried = new ArrayList<>();
            tried.addAll(tried(payment, "payment"));
            tried.addAll(tried(order, "order"));
            tried.addAll(tried(product, "product"));
            tried.addAll(tried(customer, "customer"));
            List<String> others = new ArrayList<>(broken(order, "shop_order"));
            others.addAll(broken(customer, "shop_customer"));
            List<String> inbox = new ArrayList<>(inbox(customer, paymentIds));
            inbox.addAll(inbox(order, paymentIds));
            return new Snapshot(
                    broken(payment, "shop_payment"),
                    broken(product, "shop_product"),
                    others,
                    payments,
                    orders,
                    reservations(product, orderIds),
                    tried,
                    Set.copyOf(inbox),
                    strings(
                            customer,
                            "SELECT cause FROM credit_entry WHERE kind = 'AWARD' AND order_id = ANY (?)",
                            orderIds),
                    strings(
                            customer,
                            "SELECT cause FROM commission_entry WHERE kind = 'AWARD' AND order_id = ANY (?)",
                            orderIds),
                    Set.copyOf(strings(
                            customer,
                            "SELECT id FROM customer WHERE referrer_id IS NOT NULL AND id = ANY (?)",
                            customers)),
                    notified(order, "ORDER_PAID", orderIds),
                    strings(
                            seata,
                            "SELECT format('%s in status %s', xid, status) FROM global_table g WHERE NOT " + LEFT_OVER),
                    leftOver(seata),
                    halfMessages,
                    Explanations.unexplainedDeadLetters(List.of(customer, order, payment), since),
                    new Refunding(
                            refunds(payment),
                            strings(
                                    customer,
                                    "SELECT payment_id FROM reward_claim WHERE state = 'TAKEN' AND payment_id = ANY (?)",
                                    paymentIds),
                            notified(order, "ORDER_REFUNDED", orderIds),
                            provider.isEmpty() ? List.of() : provider.get().disagreements(payment, customers)),
                    Explanations.contradictedTimelines(payment, order, paymentIds, orderIds));
        }
    }

    private List<PaymentRow> payments(Connection database) throws SQLException {
        return rows(
                database,
                "SELECT id, customer_id, order_id, coalesce(idempotency_key, ''), status, paid_at IS NOT NULL,"
                        + " event_seen_at IS NOT NULL FROM payment WHERE customer_id = ANY (?)",
                row -> new PaymentRow(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBoolean(6),
                        row.getBoolean(7)),
                customers);
    }

    private static List<String> notified(Connection database, String kind, Collection<String> orders)
            throws SQLException {
        return strings(
                database,
                "SELECT subject_id FROM staff_notification WHERE kind = '" + kind + "' AND subject_id = ANY (?)",
                orders);
    }

    private List<RefundRow> refunds(Connection database) throws SQLException {
        return rows(
                database,
                "SELECT id, payment_id, order_id, coalesce(idempotency_key, ''), status, given_at IS NOT NULL,"
                        + " order_was = 'PAID', event_seen_at IS NOT NULL FROM refund WHERE customer_id = ANY (?)",
                row -> new RefundRow(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBoolean(6),
                        row.getBoolean(7),
                        row.getBoolean(8)),
                customers);
    }

    private List<OrderRow> orders(Connection database) throws SQLException {
        return rows(
                database,
                "SELECT id, customer_id, coalesce(idempotency_key, ''), status, paid_at IS NOT NULL,"
                        + " coalesce(payment_id, ''),"
                        + " (SELECT sum(quantity) FROM order_line WHERE order_id = orders.id)"
                        + " FROM orders WHERE customer_id = ANY (?)",
                row -> new OrderRow(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        row.getString(6),
                        row.getLong(7)),
                customers);
    }

    private static List<ReservationRow> reservations(Connection database, Collection<String> orders)
            throws SQLException {
        return rows(
                database,
                "SELECT order_id, xid, sku_id, state, quantity FROM stock_reservation WHERE order_id = ANY (?)",
                row -> new ReservationRow(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5)),
                orders);
    }

    /** Of anybody, but not of before: a test may have left something there on purpose. */
    private List<String> tried(Connection database, String of) throws SQLException {
        try (PreparedStatement statement =
                database.prepareStatement("SELECT format('%s of %s in ' || ?, action_name, xid) FROM tcc_fence_log"
                        + " WHERE status = 1 AND gmt_create >= ?")) {
            statement.setString(1, "shop_" + of);
            statement.setTimestamp(2, Timestamp.from(since));
            return strings(statement);
        }
    }

    /** Of anybody, but not of before. */
    private List<String> leftOver(Connection database) throws SQLException {
        try (PreparedStatement statement =
                database.prepareStatement("SELECT format('%s in status %s', xid, status) FROM global_table g WHERE "
                        + LEFT_OVER + " AND g.begin_time >= ?")) {
            statement.setLong(1, since.toEpochMilli());
            return strings(statement);
        }
    }

    private static List<String> inbox(Connection database, Collection<String> payments) throws SQLException {
        return strings(database, "SELECT kind || ' ' || event_id FROM inbox WHERE event_id = ANY (?)", payments);
    }

    private static List<String> broken(Connection database, String name) throws SQLException {
        List<String> broken = new ArrayList<>();
        for (Invariant equation : Invariant.EQUATIONS) {
            if (equation.database().equals(name)) {
                broken.addAll(strings(database, equation.violations()));
            }
        }
        return broken;
    }

    static List<String> strings(Connection database, String sql) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            return strings(statement);
        }
    }

    static List<String> strings(Connection database, String sql, Collection<String> among) throws SQLException {
        return rows(database, sql, row -> row.getString(1), among);
    }

    static List<String> strings(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        }
    }

    static <T> List<T> rows(Connection database, String sql, Reading<T> reading, Collection<String> among)
            throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            Array ids = database.createArrayOf("text", among.toArray());
            statement.setArray(1, ids);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(reading.of(rows));
                }
                return read;
            }
        }
    }

    private Connection snapshotOf(String database) throws SQLException {
        Connection connection = DriverManager.getConnection(
                platform.jdbcUrl(database) + "?connectTimeout=2&loginTimeout=3&socketTimeout=20",
                "postgres",
                platform.secret("postgres.password"));
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return connection;
    }

    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
