package io.microecommerce.local.launcher.server;

import io.microecommerce.local.launcher.installation.Installation;
import io.microecommerce.local.launcher.installation.PlatformException;
import io.microecommerce.local.launcher.topology.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * The databases of the topology and their logins. Creating them again changes nothing, except that a login's password is
 * set to what its secret holds.
 */
public final class Databases {
    private static final int TIMEOUT_SECONDS = 10;
    private static final String WRONG_PASSWORD = "28P01";

    private final Installation installation;
    private final int port;

    /** Databases on the PostgreSQL that is that component. */
    public Databases(Installation installation, String component) {
        this.installation = installation;
        this.port = installation.port(component);
    }

    /** Creates what is absent. */
    public void create() throws SQLException {
        try (Connection server = connect("postgres")) {
            lockOut(server, "postgres");
            for (Database database : installation.topology().databases()) {
                createLogin(server, database);
                createDatabase(server, database);
                lockOut(server, database.name());
            }
        }
        for (Database database : installation.topology().databases()) {
            giveSchemaToOwner(database);
        }
    }

    /**
     * Whether the server answers a query.
     *
     * @throws PlatformException if it refuses our password, which waiting does not heal
     */
    public boolean answers() {
        try (Connection server = connect("postgres");
                Statement statement = server.createStatement();
                ResultSet result = statement.executeQuery("SELECT 1")) {
            return result.next();
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                throw new PlatformException("PostgreSQL refuses the password in "
                        + installation.secrets().file(Postgres.SUPERUSER_SECRET)
                        + ". Its data was made with another one: bring that secret back, or ./shop reset.");
            }
            return false;
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", Postgres.SUPERUSER);
        properties.setProperty("password", installation.secrets().value(Postgres.SUPERUSER_SECRET));
        properties.setProperty("connectTimeout", Integer.toString(TIMEOUT_SECONDS));
        properties.setProperty("socketTimeout", Integer.toString(TIMEOUT_SECONDS * 3));
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }

    private void createLogin(Connection server, Database database) throws SQLException {
        if (!exists(server, "SELECT 1 FROM pg_roles WHERE rolname = ?", database.login())) {
            execute(server, "CREATE ROLE " + database.login() + " LOGIN");
        }
        // Neither this statement nor its failure may write the password to the server's log. Generated secrets are
        // hexadecimal, so they need no quoting.
        execute(server, "SET log_statement = 'none'; SET log_min_error_statement = 'panic'");
        execute(
                server,
                "ALTER ROLE " + database.login() + " PASSWORD '"
                        + installation.secrets().value(database.secret()) + "'");
    }

    private static void createDatabase(Connection server, Database database) throws SQLException {
        if (!exists(server, "SELECT 1 FROM pg_database WHERE datname = ?", database.name())) {
            execute(server, "CREATE DATABASE " + database.name() + " OWNER " + database.login());
        }
    }

    private static void lockOut(Connection server, String database) throws SQLException {
        execute(server, "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
    }

    private void giveSchemaToOwner(Database database) throws SQLException {
        try (Connection own = connect(database.name())) {
            execute(own, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
            execute(own, "ALTER SCHEMA public OWNER TO " + database.login());
        }
    }

    private static boolean exists(Connection server, String query, String name) throws SQLException {
        try (PreparedStatement statement = server.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
