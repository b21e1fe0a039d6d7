package io.microecommerce.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of an earlier version becomes one of this version, with the demonstration data or without. */
class MigrationTest extends CustomerServiceTest {

    private static final String FIRST = "db/migration/V1__customers_and_ledgers.sql";
    private static final String DEMO = "db/demo/V1000__demo_customers.sql";

    @TempDir
    private Path earlierVersion;

    @Test
    void upgradesALocalDatabaseWhoseDemonstrationDataCameFirst() throws Exception {
        copy(FIRST);
        copy(DEMO);
        DriverManagerDataSource database = new DriverManagerDataSource(emptyDatabase(), "postgres", "postgres");
        flyway(database).locations("filesystem:" + earlierVersion).load().migrate();

        flyway(database)
                .locations("classpath:db/migration", "classpath:db/demo")
                .outOfOrder(true)
                .load()
                .migrate();

        assertThat(count(database, "customer WHERE deleted_at IS NULL")).isEqualTo(3);
        assertThat(count(database, "session")).isZero();
    }

    @Test
    void upgradesADatabaseWithoutDemonstrationData() throws Exception {
        copy(FIRST);
        DriverManagerDataSource database = new DriverManagerDataSource(emptyDatabase(), "postgres", "postgres");
        flyway(database).locations("filesystem:" + earlierVersion).load().migrate();

        flyway(database).locations("classpath:db/migration").load().migrate();

        assertThat(count(database, "customer")).isZero();
        assertThat(count(database, "address")).isZero();
    }

    private static FluentConfiguration flyway(DriverManagerDataSource database) {
        return Flyway.configure().dataSource(database);
    }

    private void copy(String resource) throws IOException {
        try (InputStream sql = getClass().getClassLoader().getResourceAsStream(resource)) {
            Files.copy(sql, earlierVersion.resolve(Path.of(resource).getFileName()));
        }
    }

    private static long count(DriverManagerDataSource database, String table) {
        return JdbcClient.create(database)
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }
}
