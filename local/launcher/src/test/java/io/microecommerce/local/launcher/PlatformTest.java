package io.microecommerce.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.local.launcher.installation.PlatformException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {
    /** Tells its start and its stop in a file that all share, and needs a moment to stop. */
    private static final String TALKATIVE =
            """
            store: {kind: command, command: [/bin/sh, -c, "trap 'echo store stops >> ../../story; exit' TERM; echo store starts >> ../../story; echo up; while :; do sleep 0.05; done"], ready: {log: up}}
            service: {kind: command, needs: [store], command: [/bin/sh, -c, "trap 'sleep 0.3; echo service stops >> ../../story; exit' TERM; echo service starts >> ../../story; echo up; while :; do sleep 0.05; done"], ready: {log: up}}
            """;

    @TempDir
    private Path folder;

    @Test
    void startsInTheOrderOfNeedsAndStopsInTheReverseOrder() throws IOException {
        open(TALKATIVE).start().close();

        assertThat(Files.readAllLines(folder.resolve(".shop/story")))
                .containsExactly("store starts", "service starts", "service stops", "store stops");
    }

    @Test
    void startsExactlyWhatIsAskedFor() throws IOException {
        try (Platform platform = open(TALKATIVE).only("service").start()) {
            assertThat(platform.names()).containsExactly("service");
            assertThat(Files.readAllLines(folder.resolve(".shop/story"))).containsExactly("service starts");
        }
    }

    @Test
    void aSecondInstanceStandsByUntilItIsStartedAndStopsWithTheRest() throws IOException {
        try (Platform platform = open(TALKATIVE
                        + "port: {kind: command, command: [/bin/sh, -c, 'echo up on $PORT and $STORE; exec sleep 60'],"
                        + " ports: {http: 1000}, environment: {PORT: '${port:port.http}', STORE: '${port:other}'},"
                        + " ready: {log: up}}\nother: {kind: command, command: [/bin/sh, -c, 'echo up; exec sleep 60'],"
                        + " ports: {x: 2000}, ready: {log: up}}\n")
                .standby("service", "port")
                .portOffset(7)
                .start()) {
            assertThat(platform.names()).containsExactly("store", "service", "port", "other");
            assertThat(platform.isRecorded("service-2")).isFalse();

            platform.restart("service-2");
            platform.restart("port-2");

            assertThat(platform.isAlive("service-2")).isTrue();
            assertThat(platform.log("port-2")).content().contains("up on 1307 and 2007");
        }
        assertThat(Files.readAllLines(folder.resolve(".shop/story")))
                .containsExactly(
                        "store starts",
                        "service starts",
                        "service starts",
                        "service stops",
                        "service stops",
                        "store stops");
    }

    @Test
    void whatAComponentWasToldCanBeTakenBack() throws IOException {
        try (Platform platform =
                open("a: {kind: command, command: [sleep, 60], ready: {log: up}, environment: {A: own, B: own}}")
                        .build()) {
            platform.environment("a", Map.of("A", "told", "B", "told", "C", "told"));

            platform.retract("a", Set.of("A", "C"));

            assertThat(platform.env("a")).isEqualTo(Map.of("A", "own", "B", "told"));
        }
    }

    @Test
    void aTakenPortIsRefusedWithItsComponentAndTheProcessThatHoldsIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            PlatformBuilder builder = open("shopfront: {kind: command, command: [sleep, 60], ports: {http: "
                    + taken.getLocalPort() + "}, ready: {tcp: http}}");

            assertThatThrownBy(builder::start)
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("shopfront")
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + " (java)")
                    .hasMessageContaining("--port-offset");
        }
    }

    @Test
    void onlyWhoBindsLoopbackSharesAPortWithAnotherAddress() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
            String component = "a: {kind: command, command: [/bin/sh, -c, 'echo up; exec sleep 60'],"
                    + " ports: {http: " + other.getLocalPort() + "}%s, ready: {log: up}}";

            assertThatThrownBy(() -> open(component.formatted("")).start())
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("which a wants as 'http'");
            try (Platform platform =
                    open(component.formatted(", binds: loopback")).start()) {
                assertThat(platform.isAlive("a")).isTrue();
            }
        }
    }

    @Test
    void aComponentThatDiesIsReportedWithItsLogAndNothingIsLeftRunning() throws IOException {
        Platform platform =
                open("""
                        good: {kind: command, command: [/bin/sh, -c, "echo up; exec sleep 60"], ready: {log: up}}
                        bad: {kind: command, needs: [good], command: [/bin/sh, -c, "echo cannot find my hat; exit 3"], ready: {log: up}}
                        """)
                        .build();

        assertThatThrownBy(platform::start)
                .isInstanceOf(ComponentFailure.class)
                .hasMessageContaining("bad died")
                .hasMessageContaining("exit code 3")
                .hasMessageContaining("| cannot find my hat");
        assertThat(platform.isAlive("good")).isFalse();
        assertThat(platform.isUp()).isFalse();
    }

    @Test
    void aComponentThatIsNotReadyInTimeIsReportedAndStopped() throws IOException {
        Platform platform =
                open("slow: {kind: command, command: [sleep, 60], ready: {log: never said, within-seconds: 1}}")
                        .build();

        assertThatThrownBy(platform::start)
                .isInstanceOf(ComponentFailure.class)
                .hasMessageContaining("slow runs, but did not write 'never said' to its log within 1 s");
        assertThat(platform.isAlive("slow")).isFalse();
    }

    @Test
    void tooLittleMemoryIsRefused() throws IOException {
        PlatformBuilder builder =
                open("huge: {kind: command, command: [sleep, 60], memory-mib: 900000000, ready: {log: x}}");

        assertThatThrownBy(builder::start)
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("needs 900000000 MiB");
    }

    @Test
    void aSecondStartIsRefusedAndTheFirstGoesOn() throws IOException {
        try (Platform platform = open(TALKATIVE).start()) {
            assertThatThrownBy(() -> open(TALKATIVE).start())
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("already up");
            assertThat(platform.isAlive("store")).isTrue();
        }
    }

    @Test
    void aModuleThatIsNotBuiltIsNamed() throws IOException {
        PlatformBuilder builder = open("svc: {kind: jvm, module: svc, main: Main, ready: {log: up}}");

        assertThatThrownBy(builder::start)
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("svc is not built");
    }

    @Test
    void aComponentIsToldItsEnvironmentAndItsOverridesAndNothingElse() throws IOException {
        try (Platform platform =
                open("a: {kind: command, environment: {NAME: shop, WHO: a}, command: [/bin/sh, -c, 'env; echo up; exec sleep 60'], ready: {log: up}}")
                        .environment("a", Map.of("WHO", "b"))
                        .start()) {
            List<String> seen = Files.readAllLines(platform.log("a"));

            assertThat(seen).contains("NAME=shop", "WHO=b").doesNotContain("WHO=a");
            assertThat(seen).noneMatch(line -> line.startsWith("MAVEN_") || line.startsWith("JAVA_HOME="));

            platform.environment("a", Map.of("WHO", "c"));
            platform.restart("a");
            assertThat(Files.readAllLines(platform.log("a"))).contains("NAME=shop", "WHO=c");
        }
    }

    @Test
    void killPauseAndAwaitEndActOnOneComponent() throws IOException {
        try (Platform platform = open(TALKATIVE).start()) {
            platform.pause("service");
            platform.resume("service");
            platform.kill("service");

            assertThat(platform.awaitEnd("service", Duration.ofSeconds(30))).isTrue();
            assertThat(platform.isAlive("service")).isFalse();
            assertThat(platform.isRecorded("service")).isTrue();
            assertThat(platform.epitaph("service")).contains("signal 9");
            assertThat(platform.isAlive("store")).isTrue();
            assertThatThrownBy(() -> platform.kill("service"))
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("service is not running");
        }
    }

    @Test
    void whatALaterCommandFindsHasTheSamePortsAndComponents() throws IOException {
        try (Platform platform = open(TALKATIVE).portOffset(700).only("store").start()) {
            Platform found = open(TALKATIVE).attach();

            assertThat(found.installation().portOffset()).isEqualTo(700);
            assertThat(found.names()).containsExactly("store");
            assertThat(found.pid("store")).isEqualTo(platform.pid("store"));
            found.stop();
            assertThat(platform.isUp()).isFalse();
        }
        assertThatThrownBy(() -> open(TALKATIVE).attach()).hasMessageContaining("not up");
    }

    @Test
    void whatBelongsToAnOptionIsStartedOnlyWithItAndALaterCommandKnows() throws IOException {
        Path file = Files.writeString(
                folder.resolve("optional.yaml"),
                """
                components:
                  service: {kind: command, command: [/bin/sh, -c, "echo up with $SPANS; exec sleep 60"], ready: {log: up}}
                  viewer: {kind: command, option: tracing, ports: {http: 1000}, command: [/bin/sh, -c, "echo up; exec sleep 60"], ready: {log: up}}
                options:
                  tracing: {service: {SPANS: "http://127.0.0.1:${port:viewer}"}}
                """);
        try (Platform platform = open(TALKATIVE).topology(file).start()) {
            assertThat(platform.names()).containsExactly("service");
            assertThat(platform.env("service")).isEmpty();
        }

        try (Platform platform =
                open(TALKATIVE).topology(file).portOffset(7).with("tracing").start()) {
            assertThat(platform.names()).containsExactly("service", "viewer");
            Platform found = open(TALKATIVE).topology(file).attach();
            found.restart("service");
            assertThat(platform.log("service")).content().contains("up with http://127.0.0.1:1007");
        }
    }

    private PlatformBuilder open(String components) throws IOException {
        return Platform.open(FakeTopology.checkout(folder, components));
    }
}
