package io.microecommerce.local.launcher.installation;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.local.launcher.installation.SigningKeys.Rotation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {

    @TempDir
    private Path home;

    private SigningKeys keys;

    @BeforeEach
    void open() {
        keys = new SigningKeys(home.resolve("jwt-keys"));
    }

    @Test
    void thereIsAKeyFromTheStartThatOnlyItsOwnerMayRead() throws Exception {
        Path folder = keys.folder();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(names()).hasSize(1);
        Path key = folder.resolve(names().get(0));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        byte[] der = Base64.getMimeDecoder().decode(Files.readString(key).replaceAll("-----[A-Z ]+-----", ""));
        ECPrivateKey read = (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
        assertThat(read.getParams().getOrder().bitLength()).isEqualTo(256);
    }

    @Test
    void theFirstKeySurvivesASecondStart() throws IOException {
        keys.folder();
        List<String> before = names();

        new SigningKeys(home.resolve("jwt-keys")).folder();

        assertThat(names()).isEqualTo(before);
    }

    @Test
    void aNewKeyComesLastByNameAndTheOldOneStays() throws IOException {
        keys.folder();
        String first = names().get(0);

        Rotation rotation = keys.rotate(Instant.now().plus(Duration.ofMinutes(1)));

        assertThat(names()).containsExactly(first, rotation.added());
        assertThat(rotation.removed()).isEmpty();
    }

    @Test
    void aKeyGoesOnceItsSuccessorIsOlderThanAnyToken() throws IOException {
        keys.folder();
        String first = names().get(0);
        Instant later = Instant.now().plus(Duration.ofDays(1));
        String second = keys.rotate(later).added();

        Rotation soonAfter = keys.rotate(later.plus(Duration.ofMinutes(59)));
        Rotation longAfter = keys.rotate(later.plus(Duration.ofMinutes(61)));

        assertThat(soonAfter.removed()).isEmpty();
        assertThat(longAfter.removed()).containsExactly(first);
        assertThat(names()).containsExactly(second, soonAfter.added(), longAfter.added());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("jwt-keys"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
