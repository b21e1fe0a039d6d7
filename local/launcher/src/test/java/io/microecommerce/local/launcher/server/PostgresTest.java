package io.microecommerce.local.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.local.launcher.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the real server. */
class PostgresTest {
    @TempDir
    private static Path folder;

    private static Platform platform;

    @BeforeAll
    static void start() {
        platform = Platform.open(Platform.checkout())
                .home(folder)
                .freePorts()
                .only("postgres")
                .start();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void aLoginUsesItsDatabase() throws SQLException {
        try (Connection own = connect("shop_order", "svc_order")) {
            execute(own, "CREATE TABLE own (id int)");
            execute(own, "DROP TABLE own");
        }
    }

    @Test
    void aLoginMayNotEvenConnectToAnothersDatabase() {
        for (String other : new String[] {"shop_payment", "shop_seata", "postgres"}) {
            assertThatThrownBy(() -> connect(other, "svc_order"))
                    .as(other)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for database \"" + other + "\"");
        }
    }

    @Test
    void aWrongPasswordIsRefusedAndPasswordsAreKeptAsScram() throws SQLException {
        assertThatThrownBy(() -> DriverManager.getConnection(platform.jdbcUrl("shop_order"), "svc_order", "guessed"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");

        try (Connection server = connect("postgres", "postgres")) {
            assertThat(query(
                            server,
                            "SELECT bool_and(rolpassword LIKE 'SCRAM-SHA-256$%') FROM pg_authid WHERE rolcanlogin"))
                    .isEqualTo("t");
        }
    }

    @Test
    void flushesWhatItAcknowledges() throws SQLException {
        try (Connection own = connect("shop_order", "svc_order")) {
            assertThat(query(own, "SHOW fsync")).isEqualTo("on");
            assertThat(query(own, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query(own, "SHOW full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void committedDataSurviveKillNineWithClientsConnected() throws SQLException {
        try (Connection own = connect("shop_payment", "svc_payment")) {
            execute(own, "CREATE TABLE IF NOT EXISTS kept (id int)");
            execute(own, "INSERT INTO kept VALUES (7)");

            platform.kill("postgres");
            platform.restart("postgres");
        }
        try (Connection own = connect("shop_payment", "svc_payment")) {
            assertThat(query(own, "SELECT max(id) FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void noPasswordReachesItsLogOrTheListOfProcesses() throws IOException {
        String log = Files.readString(platform.log("postgres"));
        String arguments = Files.readString(
                Path.of("/proc", String.valueOf(platform.pid("postgres").orElseThrow()), "cmdline"));

        for (String secret : new String[] {"postgres.password", "svc_order.password", "seata.password"}) {
            assertThat(log).doesNotContain(platform.secret(secret));
            assertThat(arguments).doesNotContain(platform.secret(secret));
        }
    }

    private static Connection connect(String database, String login) throws SQLException {
        return DriverManager.getConnection(platform.jdbcUrl(database), login, platform.secret(login + ".password"));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }
}
