package io.microecommerce.local.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command as a process of its own, as people call it. */
class MainTest {
    private static final String TOPOLOGY =
            """
            components:
              store: {kind: command, command: [/bin/sh, -c, "echo up; exec sleep 60"], ready: {log: up}}
              service: {kind: command, needs: [store], command: [/bin/sh, -c, "echo up; exec sleep 60"], ready: {log: up}}
            """;

    @TempDir
    private Path checkout;

    /** What a command printed, and its exit code. */
    private record Outcome(int exit, String text) {}

    @Test
    void whatWasStartedDetachedOutlivesTheCommandAndIsFoundByTheNext() throws Exception {
        Outcome up = shop("up", "--detach");
        assertThat(up.text()).contains("store", "service", "ready", "Ready in");
        assertThat(up.exit()).isZero();
        try {
            assertThat(shop("status")).matches(status -> status.exit() == 0);
            assertThat(shop("logs", "store").text()).contains("up");
            assertThat(shop("kill", "store").exit()).isZero();
            Outcome status = shop("status");
            assertThat(status.text()).containsPattern("store +died");
            assertThat(status.exit()).isEqualTo(1);
            assertThat(shop("restart", "store").exit()).isZero();
            assertThat(shop("up").text()).contains("already up");
        } finally {
            assertThat(shop("down").exit()).isZero();
        }
        assertThat(shop("status").text()).contains("not up");
        assertThat(shop("reset", "--yes").exit()).isZero();
        assertThat(checkout.resolve(".shop/logs")).doesNotExist();
        assertThat(checkout.resolve(".shop/secrets")).exists();
    }

    @Test
    void interruptingTheForegroundStopsEverything() throws Exception {
        Process up = start("up");
        Path log = checkout.resolve("output");
        await(() -> Files.readString(log).contains("Ctrl-C stops everything."));
        assertThat(shop("kill", "service").exit()).isZero();
        await(() -> Files.readString(log).contains("service has died"));

        up.destroy();

        assertThat(up.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(up.exitValue()).isEqualTo(143);
        assertThat(Files.readString(log)).containsPattern("store +stopped");
        assertThat(shop("status").text()).contains("not up");
    }

    @Test
    void whatItDoesNotKnowIsRefusedWithWhatItKnows() throws Exception {
        assertThat(shop("fly"))
                .isEqualTo(
                        new Outcome(
                                2,
                                "There is no command 'fly'. There are: up, down, status, logs, restart, kill, reset, check, trace, import, rotate-keys, bench, chaos, help.\n"));
        assertThat(shop("logs", "zoo"))
                .isEqualTo(new Outcome(2, "There is no component 'zoo'. There are: store, service.\n"));
        assertThat(shop("up", "--fast").exit()).isEqualTo(2);
        assertThat(shop("up", "--port-offset", "many").exit()).isEqualTo(2);
        assertThat(shop("reset").text()).contains("Nothing was deleted");
        assertThat(shop("trace")).isEqualTo(new Outcome(2, "./shop trace needs the id of one ORDER.\n"));
        assertThat(shop("import").exit()).isEqualTo(2);
        assertThat(shop("import", "nowhere.jsonl"))
                .isEqualTo(new Outcome(1, "nowhere.jsonl is no file that can be read.\n"));
    }

    private Outcome shop(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), Files.readString(output(arguments)));
    }

    private Process start(String... arguments) throws IOException {
        Files.createDirectories(checkout.resolve("local"));
        Files.writeString(checkout.resolve("local/topology.yaml"), TOPOLOGY);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                checkout.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("SHOP_HOME");
        builder.redirectErrorStream(true);
        builder.redirectInput(Path.of("/dev/null").toFile());
        builder.redirectOutput(output(arguments).toFile());
        return builder.start();
    }

    /** The foreground command writes beside the commands that are called meanwhile. */
    private Path output(String... arguments) {
        boolean foreground = arguments.length == 1 && arguments[0].equals("up");
        return checkout.resolve(foreground ? "output" : "output-of-others");
    }

    /** Something that becomes true. */
    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition) throws IOException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("within 30 s").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
