package io.microecommerce.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.local.process.CannotStartException;
import io.microecommerce.local.process.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetupTest {

    private final Environment empty = new Environment(Map.of());

    @ParameterizedTest
    @ValueSource(strings = {"customer", "order", "payment", "product", "seata"})
    void hasTheMigrationsOfEveryDatabaseAndNoDemonstrationData(String database) {
        ClassLoader classes = Setup.class.getClassLoader();

        assertThat(classes.getResource("sql/" + database)).isNotNull();
        assertThat(classes.getResource("sql/" + database + "/demo")).isNull();
        // It gets as far as asking for the address.
        assertThatThrownBy(() -> Setup.run(List.of("migrate", database), empty))
                .isInstanceOf(CannotStartException.class)
                .hasMessage("POSTGRES_URL is not set");
    }

    @Test
    void refusesADatabaseWithoutMigrations() {
        assertThatThrownBy(() -> Setup.run(List.of("migrate", "../order"), empty))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("no migrations");
    }

    @Test
    void refusesAnUnknownTask() {
        assertThatThrownBy(() -> Setup.run(List.of("sing", "loudly"), empty)).hasMessageStartingWith("Usage: ");
    }

    @Test
    void readsConfigurationByItsDataId(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("svc-order.properties"), "shop.order.payment-window=30m\n");
        Files.writeString(folder.resolve("notes.txt"), "not configuration");

        assertThat(NacosSetup.configuration(folder))
                .containsExactly(Map.entry("svc-order.properties", "shop.order.payment-window=30m\n"));
    }
}
