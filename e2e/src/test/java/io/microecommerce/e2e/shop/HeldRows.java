package io.microecommerce.e2e.shop;

import io.microecommerce.e2e.faults.CrashPoint;
import io.microecommerce.local.launcher.Platform;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The rows that one payment holds, locked from outside: money, order and stock. Whoever wants to change them waits, and gives up
 * after the statement's time; so a Confirm fails, and comes again, until this is closed.
 */
public final class HeldRows implements AutoCloseable {

    private final List<Connection> locks = new ArrayList<>();
    private final List<String> states = new ArrayList<>();

    private HeldRows() {}

    /** Locks the rows of this order, which are in no transaction now. */
    public static HeldRows of(Platform platform, String orderId) {
        HeldRows held = new HeldRows();
        try {
            held.lock(platform, "shop_payment", "SELECT status FROM payment WHERE order_id = '%s'", orderId);
            held.lock(platform, "shop_order", "SELECT status FROM orders WHERE id = '%s'", orderId);
            held.lock(platform, "shop_product", "SELECT state FROM stock_reservation WHERE order_id = '%s'", orderId);
            return held;
        } catch (SQLException failure) {
            held.close();
            throw new IllegalStateException(failure);
        }
    }

    /**
     * Lets the customer pay. The TC has the order to commit, the customer hears that it is under way, and no Confirm gets at its
     * rows.
     */
    public static HeldRows ofPaymentToBeConfirmed(Shop shop, Visitor customer, String orderId, String key) {
        shop.faults().pauseAt(CrashPoint.TRIED);
        CompletableFuture<Answer> paying = CompletableFuture.supplyAsync(() -> customer.pays(orderId, key));
        shop.awaitHit(CrashPoint.TRIED);
        HeldRows held = of(shop.platform(), orderId);
        shop.faults().release(CrashPoint.TRIED);
        paying.join().expect(202);
        return held;
    }

    private void lock(Platform platform, String database, String select, String orderId) throws SQLException {
        Connection connection = DriverManager.getConnection(
                platform.jdbcUrl(database), "postgres", platform.secret("postgres.password"));
        locks.add(connection);
        connection.setAutoCommit(false);
        states.add(select.formatted(orderId) + " FOR UPDATE");
        read(connection, states.get(states.size() - 1));
    }

    /** What the rows say now: of the payment, the order and the reservation. */
    public List<String> states() {
        try {
            List<String> now = new ArrayList<>();
            for (int i = 0; i < locks.size(); i++) {
                now.add(read(locks.get(i), states.get(i)));
            }
            return now;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String read(Connection connection, String select) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            if (!row.next()) {
                throw new AssertionError("No row: " + select);
            }
            return row.getString(1);
        }
    }

    /** Lets everybody at the rows. */
    @Override
    public void close() {
        for (Connection lock : locks) {
            try {
                lock.close();
            } catch (SQLException gone) {
                // Its lock is gone with it.
            }
        }
    }
}
