package io.microecommerce.bench.store;

import io.microecommerce.bench.BenchException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What the same PostgreSQL does with the least that can be called a transaction: connections that each change a row of their own
 * and commit, and wait for the disk. Payments are read as a ratio to it.
 */
public final class CommitPeer {

    private static final String DATABASE = "postgres";
    /** Left for the services, whose pools may grow meanwhile, and for administrators. */
    private static final int CONNECTIONS_LEFT = 10;

    private final Operator operator;

    public CommitPeer(Operator operator) {
        this.operator = operator;
    }

    /**
     * The outcome.
     *
     * @param connections how many committed at once
     */
    public record Result(int connections, long commits, double seconds) {

        public double perSecond() {
            return seconds == 0 ? 0 : commits / seconds;
        }
    }

    /**
     * Commits for so long, with that many connections or as many as the server has to give.
     *
     * @throws BenchException if it has none
     */
    public Result run(int threads, Duration length) throws InterruptedException {
        int connections = Math.min(threads, freeConnections());
        if (connections < 1) {
            throw new BenchException("PostgreSQL has no connection to give; is something else using them?");
        }
        String table = "bench_commits_" + ProcessHandle.current().pid();
        statement("CREATE TABLE " + table + " (id integer PRIMARY KEY, commits bigint NOT NULL)");
        try {
            statement("INSERT INTO " + table + " SELECT id, 0 FROM generate_series(1, " + connections + ") id");
            return measure(table, connections, length);
        } finally {
            statement("DROP TABLE " + table);
        }
    }

    private Result measure(String table, int connections, Duration length) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        List<Connection> open = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                open.add(committing());
            }
            long begun = System.nanoTime();
            long end = begun + length.toNanos();
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                Connection connection = open.get(i);
                int row = i + 1;
                running.add(threads.submit(() -> commitUntil(end, connection, table, row)));
            }
            long commits = 0;
            for (Future<Long> thread : running) {
                commits += thread.get();
            }
            return new Result(connections, commits, (System.nanoTime() - begun) / 1e9);
        } catch (ExecutionException | SQLException e) {
            throw new BenchException("The peer on PostgreSQL failed: " + e.getMessage(), e);
        } finally {
            threads.shutdownNow();
            open.forEach(CommitPeer::closeQuietly);
        }
    }

    private static long commitUntil(long end, Connection connection, String table, int row) throws SQLException {
        long commits = 0;
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE " + table + " SET commits = commits + 1 WHERE id = ?")) {
            update.setInt(1, row);
            while (System.nanoTime() - end < 0) {
                update.executeUpdate();
                connection.commit();
                commits++;
            }
        }
        return commits;
    }

    private Connection committing() throws SQLException {
        Connection connection = operator.connect(DATABASE);
        connection.setAutoCommit(false);
        Operator.update(connection, "SET synchronous_commit = on");
        connection.commit();
        return connection;
    }

    private int freeConnections() {
        return (int)
                        operator.number(
                                DATABASE,
                                """
                        SELECT current_setting('max_connections')::int
                             - (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend')""")
                - CONNECTIONS_LEFT;
    }

    private void statement(String sql) {
        operator.inTransaction(DATABASE, connection -> Operator.update(connection, sql));
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException ignored) {
            // The figures are taken; the server ends the session by itself.
        }
    }
}
