package io.microecommerce.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.service.tcc.ParticipantTestbed;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The migrations, in a schema of their own, configured as the local profile does it. */
class MigrationTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = ProductTestbed.create();

    private final String schema = "upgrade_" + UUID.randomUUID().toString().replace('-', '_');

    @AfterEach
    void drop() {
        testbed.jdbc().sql("DROP SCHEMA IF EXISTS " + schema + " CASCADE").update();
    }

    @Test
    void aLocalDatabaseOfTheFirstVersionIsUpgraded() {
        local().target("1").load().migrate();
        // As it stood: with the demonstration stock of that version, and nothing that came later.
        local().locations("classpath:db/demo")
                .target("1000")
                .validateOnMigrate(false)
                .load()
                .migrate();
        assertThat(applied()).containsExactly("1", "1000");

        local().load().migrate();

        assertThat(applied()).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "1000", "1001");
        assertThat(stock("tee-red-m")).isEqualTo(100);
        assertThat(stock("concert-ticket-1")).isEqualTo(500);
        assertThat(local().load().validateWithResult().validationSuccessful).isTrue();
    }

    @Test
    void aNewLocalDatabaseHasTheSameStock() {
        local().load().migrate();

        assertThat(applied()).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "1000", "1001");
        assertThat(stock("concert-ticket-1")).isEqualTo(500);
        assertThat(testbed.jdbc()
                        .sql("SELECT sum(quantity) FROM " + schema + ".stock_movement")
                        .query(Long.class)
                        .single())
                .isEqualTo(testbed.jdbc()
                        .sql("SELECT sum(available) FROM " + schema + ".sku_stock")
                        .query(Long.class)
                        .single());
    }

    private FluentConfiguration local() {
        return Flyway.configure()
                .dataSource(testbed.bean(DataSource.class))
                .schemas(schema)
                .locations("classpath:db/migration", "classpath:db/demo")
                .outOfOrder(true);
    }

    private List<String> applied() {
        return Arrays.stream(local().load().info().applied())
                .map(migration -> migration.getVersion())
                .filter(version -> version != null)
                .map(MigrationVersion::getVersion)
                .toList();
    }

    private long stock(String skuId) {
        return testbed.jdbc()
                .sql("SELECT available FROM " + schema + ".sku_stock WHERE sku_id = :skuId")
                .param("skuId", skuId)
                .query(Long.class)
                .single();
    }
}
