package io.microecommerce.local.launcher.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.local.launcher.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyFileTest {
    @TempDir
    private Path folder;

    @Test
    void theTopologyOfThisProjectIsConsistent() {
        Topology topology = TopologyFile.read(Platform.checkout().resolve("local/topology.yaml"));

        assertThat(topology.components().keySet())
                .contains("postgres", "redis", "nacos", "rocketmq-broker", "seata-server", "svc-payment", "gateway");
        assertThat(topology.component("gateway").mainPort()).isEqualTo(8080);
        assertThat(topology.databases()).extracting(Database::login).doesNotHaveDuplicates();
    }

    @Test
    void refusesACircleAndSaysWhichWayItGoes() {
        assertThatThrownBy(
                        () -> read(
                                """
                        components:
                          a: {kind: command, command: [a], needs: [b], ready: {log: up}}
                          b: {kind: command, command: [b], uses: [c], ready: {log: up}}
                          c: {kind: command, command: [c], needs: [a], ready: {log: up}}
                        """))
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("a -> b -> c -> a");
    }

    @Test
    void refusesAPortThatIsGivenTwice() {
        assertThatThrownBy(
                        () -> read(
                                """
                        components:
                          a: {kind: command, command: [a], ports: {http: 1234}, ready: {tcp: http}}
                          b: {kind: command, command: [b], ports: {rpc: 1234}, ready: {tcp: rpc}}
                        """))
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("port 1234 is given to both a and b");
    }

    @Test
    void refusesADependencyThatDoesNotExist() {
        assertThatThrownBy(() -> read("components: {a: {kind: command, command: [a], needs: [zoo], ready: {log: up}}}"))
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("'zoo'");
    }

    @Test
    void refusesAMisspeltKey() {
        assertThatThrownBy(() -> read("components: {a: {kind: command, command: [a], need: [b], ready: {log: up}}}"))
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("unknown key need");
    }

    @Test
    void refusesAReadinessThatAsksAPortTheComponentLacks() {
        assertThatThrownBy(() -> read("components: {a: {kind: command, command: [a], ready: {tcp: http}}}"))
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("a has no port 'http'");
    }

    @Test
    void refusesADatabaseNameThatIsNoIdentifier() {
        assertThatThrownBy(() -> read("databases: [{name: 'shop; DROP', login: a}]"))
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("no plain identifier");
    }

    private Topology read(String yaml) throws IOException {
        return TopologyFile.read(Files.writeString(folder.resolve("topology.yaml"), yaml));
    }
}
