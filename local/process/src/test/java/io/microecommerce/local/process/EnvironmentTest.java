package io.microecommerce.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

    @Test
    void namesTheVariableThatIsMissingOrBlank() {
        Environment environment = new Environment(Map.of("BLANK", " "));

        assertThatThrownBy(() -> environment.text("ABSENT"))
                .isInstanceOf(CannotStartException.class)
                .hasMessage("ABSENT is not set");
        assertThatThrownBy(() -> environment.text("BLANK"))
                .isInstanceOf(CannotStartException.class)
                .hasMessage("BLANK is not set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "64536", "65536", "many", "80.5"})
    void refusesWhatIsNoPort(String value) {
        Environment environment = new Environment(Map.of("PORT", value));

        assertThatThrownBy(() -> environment.port("PORT", 1_000))
                .isInstanceOf(CannotStartException.class)
                .hasMessage("PORT must be a port between 1 and 64535");
    }

    @Test
    void refusesAPortThatIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            Environment environment = new Environment(Map.of("PORT", Integer.toString(port)));

            assertThatThrownBy(() -> environment.freePort("PORT"))
                    .isInstanceOf(CannotStartException.class)
                    .hasMessage("port " + port + " (PORT) is taken by another process");
        }
    }

    @Test
    void createsFolders(@TempDir Path folder) {
        Environment environment = new Environment(Map.of(
                "HOME_FOLDER", folder.resolve("a/b").toString(),
                "DATA_FILE", folder.resolve("c/d.db").toString()));

        assertThat(environment.folder("HOME_FOLDER")).isDirectory();
        assertThat(environment.file("DATA_FILE").getParent()).isDirectory();
        assertThat(Files.exists(folder.resolve("c/d.db"))).isFalse();
    }
}
