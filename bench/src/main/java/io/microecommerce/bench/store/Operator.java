package io.microecommerce.bench.store;

import io.microecommerce.bench.BenchException;
import io.microecommerce.local.launcher.Platform;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The operator at the platform's databases, past every service. Every failure is a {@link BenchException}. */
public final class Operator {

    private static final String SUPERUSER = "postgres";

    private final Platform platform;

    public Operator(Platform platform) {
        this.platform = platform;
    }

    /** Something done in one transaction; it commits unless this throws. */
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** Reads the current row of a result. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> T inTransaction(String database, Work<T> work) {
        try (Connection connection = connect(database)) {
            connection.setAutoCommit(false);
            T result = work.in(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new BenchException("Database " + database + ": " + e.getMessage(), e);
        }
    }

    /** All rows of a query; a {@code String[]} among the parameters stands for an array of text. */
    <T> List<T> rows(String database, Reader<T> reader, String sql, Object... parameters) {
        return inTransaction(database, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(connection, statement, parameters);
                try (ResultSet result = statement.executeQuery()) {
                    List<T> rows = new ArrayList<>();
                    while (result.next()) {
                        rows.add(reader.read(result));
                    }
                    return rows;
                }
            }
        });
    }

    /** The number that a query of one row and one column tells. */
    long number(String database, String sql, Object... parameters) {
        return rows(database, row -> row.getLong(1), sql, parameters).get(0);
    }

    /** The caller closes it. */
    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(platform.jdbcUrl(database), SUPERUSER, platform.secret("postgres.password"));
    }

    /** @return how many rows it changed */
    static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            return statement.executeUpdate();
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object parameter = parameters[i];
            statement.setObject(
                    i + 1, parameter instanceof String[] texts ? connection.createArrayOf("text", texts) : parameter);
        }
    }
}
