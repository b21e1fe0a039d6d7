package io.microecommerce.local.launcher.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.local.launcher.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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
    void tracingIsAnOptionOfWhichEveryServiceIsToldWhereItIs() {
        Topology topology = TopologyFile.read(Platform.checkout().resolve("local/topology.yaml"));

        assertThat(topology.started(Set.of())).doesNotContain("zipkin").contains("gateway");
        assertThat(topology.started(Set.of("tracing"))).contains("zipkin", "gateway");
        assertThat(topology.component("gateway").environment()).doesNotContainKey("TRACES_ENDPOINT");
        Topology traced = topology.withOptions(List.of("tracing"));
        assertThat(traced.components().values())
                .filteredOn(component ->
                        component.name().startsWith("svc-") || component.name().equals("gateway"))
                .hasSize(6)
                .allSatisfy(component -> {
                    assertThat(component.environment()).containsKey("TRACES_ENDPOINT");
                    assertThat(component.uses()).contains("zipkin");
                });
        assertThat(traced.component("gateway").environment().get("TRACE_URL")).endsWith("{trace_id}");
    }

    @Test
    void refusesAnOptionThatDoesNotExist() throws IOException {
        assertThatThrownBy(
                        () -> read("components: {a: {kind: command, command: [a], option: color, ready: {log: up}}}\n"
                                + "options: {sound: {}}"))
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("a belongs to 'color', which is no option. There are: sound.");
        assertThatThrownBy(() -> read("options: {sound: {b: {A: on}}}"))
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("tells 'b' something");
        Topology topology = read("options: {sound: {}}");
        assertThatThrownBy(() -> topology.withOptions(List.of("color")))
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("There is no option 'color'. There are: sound.");
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
