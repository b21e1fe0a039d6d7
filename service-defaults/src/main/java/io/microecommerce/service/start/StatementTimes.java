package io.microecommerce.service.start;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * How long a statement of this service may take. Read from a connection of its pool, because driver options, the pool, the role and
 * the database can all set it.
 *
 * @param socketMillis when the driver gives a silent server up; 0 for never
 */
record StatementTimes(long statementMillis, long lockMillis, long socketMillis) {

    static StatementTimes read(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        SELECT max(setting::bigint) FILTER (WHERE name = 'statement_timeout') AS statement,
                               max(setting::bigint) FILTER (WHERE name = 'lock_timeout') AS lock
                          FROM pg_settings WHERE name IN ('statement_timeout', 'lock_timeout')""")) {
            row.next();
            return new StatementTimes(row.getLong("statement"), row.getLong("lock"), connection.getNetworkTimeout());
        } catch (SQLException unreadable) {
            throw new IllegalStateException("The database did not tell its time-outs", unreadable);
        }
    }
}
