package io.microecommerce.local.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.local.launcher.Platform;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the real server. */
class RedisTest {
    @TempDir
    private static Path folder;

    private static Platform platform;

    @BeforeAll
    static void start() {
        platform = Platform.open(Platform.checkout())
                .home(folder)
                .freePorts()
                .only("redis")
                .start();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void answersNobodyWithoutThePassword() throws IOException {
        assertThat(ask("PING")).singleElement().asString().startsWith("-NOAUTH");
        assertThat(Redis.answers(platform.port("redis"), "guessed")).isFalse();
    }

    @Test
    void thePasswordLiesInAFileForItsOwnerOnly() throws IOException {
        Path file = folder.resolve("data/redis/redis.conf");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void whatWasFlushedSurvivesKillNine() throws IOException {
        String password = "AUTH " + platform.secret("redis.password");
        // From then on the server answers only after it has flushed, which includes what came before.
        assertThat(ask(password, "SET cart 3", "CONFIG SET appendfsync always", "SET flushed 1"))
                .containsExactly("+OK", "+OK", "+OK", "+OK");

        platform.kill("redis");
        platform.restart("redis");

        assertThat(ask(password, "EXISTS cart flushed")).containsExactly("+OK", ":2");
    }

    private static List<String> ask(String... commands) throws IOException {
        List<String> answers = new ArrayList<>();
        try (Socket socket = new Socket("127.0.0.1", platform.port("redis"))) {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (String command : commands) {
                socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
                answers.add(reader.readLine());
            }
        }
        return answers;
    }
}
