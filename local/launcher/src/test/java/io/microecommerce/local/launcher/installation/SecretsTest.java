package io.microecommerce.local.launcher.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path folder;

    private ShopHome home;

    @BeforeEach
    void create() throws IOException {
        home = new ShopHome(folder.resolve("home"));
        home.create();
    }

    @Test
    void onlyTheirOwnerMayReadThem() throws IOException {
        Secrets secrets = new Secrets(home.secrets());
        List<Path> files = List.of(secrets.file("redis.password"), secrets.file("dubbo.token"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.secrets())))
                .isEqualTo("rwx------");
        for (Path file : files) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(file.toString())
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void surviveASecondStart() throws IOException {
        String password = new Secrets(home.secrets()).value("redis.password");
        home.create();

        assertThat(new Secrets(home.secrets()).value("redis.password")).isEqualTo(password);
    }

    @Test
    void areLongAndDiffer() {
        Secrets secrets = new Secrets(home.secrets());

        assertThat(secrets.value("a")).hasSize(48).isNotEqualTo(secrets.value("b"));
        // Nacos and Seata read their signing keys as base64 and want 256 bits.
        assertThat(Base64.getDecoder().decode(secrets.value("a"))).hasSizeGreaterThanOrEqualTo(32);
    }
}
