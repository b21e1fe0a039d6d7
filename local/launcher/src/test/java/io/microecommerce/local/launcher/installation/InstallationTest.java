package io.microecommerce.local.launcher.installation;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.local.launcher.Platform;
import io.microecommerce.local.launcher.topology.Topology;
import io.microecommerce.local.launcher.topology.TopologyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    @TempDir
    private Path folder;

    private Installation installation;

    @BeforeEach
    void create() throws IOException {
        ShopHome home = new ShopHome(folder.resolve("home"));
        home.create();
        Topology topology = TopologyFile.read(Platform.checkout().resolve("local/topology.yaml"));
        installation = new Installation(Platform.checkout(), home, topology, 1000);
    }

    @Test
    void everyPlaceholderOfTheTopologyIsReplaced() {
        for (String component : installation.topology().components().keySet()) {
            assertThat(installation.environment(component).values())
                    .as(component)
                    .noneMatch(value -> value.contains("${"));
        }
    }

    @Test
    void movesEveryPortByTheOffset() {
        assertThat(installation.environment("svc-order"))
                .containsEntry("POSTGRES_URL", "jdbc:postgresql://127.0.0.1:16432/shop_order")
                .containsEntry("NACOS_ADDR", "127.0.0.1:9848")
                .containsEntry("SERVER_PORT", "9083")
                .containsEntry("DUBBO_PORT", "21883");
    }

    @Test
    void givesAServiceItsOwnDatabasePasswordOnly() {
        Secrets secrets = installation.secrets();

        assertThat(installation.environment("svc-order").values())
                .contains(secrets.value("svc_order.password"))
                .doesNotContain(
                        secrets.value("svc_payment.password"),
                        secrets.value("postgres.password"),
                        secrets.value("nacos-admin.password"));
    }

    @Test
    void anOverrideReplacesWhatTheTopologySaysAndKeepsTheRest() {
        installation.override("seata-server", Map.of("SEATA_REGISTRY", "file"));
        installation.override("seata-server", Map.of("EXTRA", "1"));

        assertThat(installation.environment("seata-server"))
                .containsEntry("SEATA_REGISTRY", "file")
                .containsEntry("EXTRA", "1")
                .containsKey("POSTGRES_URL");
    }
}
