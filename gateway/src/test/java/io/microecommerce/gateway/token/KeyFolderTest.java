package io.microecommerce.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import io.microecommerce.gateway.MovableClock;
import io.microecommerce.gateway.TestKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Which keys verify, and which one signs. */
@ExtendWith(OutputCaptureExtension.class)
class KeyFolderTest {

    private final MovableClock clock = new MovableClock();

    @TempDir
    private Path folder;

    /** Puts a new key there, as of now. */
    private ECKey put(String name) throws IOException {
        Path file =
                TestKey.write(folder.resolve(name), TestKey.pair("secp256r1").getPrivate());
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        return SigningKey.read(file);
    }

    private KeyFolder open() {
        return new KeyFolder(folder, clock);
    }

    private void pass(int seconds) {
        clock.move(Duration.ofSeconds(seconds));
    }

    private String signerOf(KeyFolder keys) throws ParseException {
        String token = new Tokens(keys, clock).issue("alice", false, "s-1").value();
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    private static List<String> idsOf(KeyFolder keys) {
        return keys.all().stream().map(ECKey::getKeyID).toList();
    }

    @Test
    void signsWithTheOnlyKeyAtOnce() throws Exception {
        ECKey only = put("1.pem");
        assertThat(signerOf(open())).isEqualTo(only.getKeyID());
    }

    @Test
    void signsWithTheLastOneOnceItHasBeenThereForHalfAMinute() throws Exception {
        ECKey old = put("1.pem");
        KeyFolder keys = open();
        pass(60);
        ECKey next = put("2.pem");
        keys.refresh();
        assertThat(idsOf(keys)).containsExactly(old.getKeyID(), next.getKeyID());
        assertThat(signerOf(keys)).isEqualTo(old.getKeyID());
        pass(29);
        keys.refresh();
        assertThat(signerOf(keys)).isEqualTo(old.getKeyID());
        // A gateway that starts now must not be ahead of the others.
        assertThat(signerOf(open())).isEqualTo(old.getKeyID());
        pass(1);
        keys.refresh();
        assertThat(signerOf(keys)).isEqualTo(next.getKeyID());
        assertThat(signerOf(open())).isEqualTo(next.getKeyID());
    }

    @Test
    void goesByNameAndNotByAge() throws Exception {
        ECKey last = put("b.pem");
        pass(60);
        put("a.pem");
        pass(60);
        assertThat(signerOf(open())).isEqualTo(last.getKeyID());
    }

    /** As where all of a folder is written anew when one key is added. */
    @Test
    void goesOnWithTheKeyThatSignedWhenAllLookNew() throws Exception {
        ECKey first = put("1.pem");
        pass(60);
        KeyFolder keys = open();
        Files.setLastModifiedTime(folder.resolve("1.pem"), FileTime.from(clock.instant()));
        ECKey second = put("2.pem");
        put("3.pem");
        keys.refresh();
        assertThat(signerOf(keys)).isEqualTo(first.getKeyID());
        // One that has just started takes the newest that others have surely read.
        assertThat(signerOf(open())).isEqualTo(second.getKeyID());
    }

    @Test
    void forgetsARemovedKeyAndSignsWithWhatIsLeft() throws Exception {
        ECKey old = put("1.pem");
        pass(60);
        put("2.pem");
        pass(60);
        KeyFolder keys = open();
        Files.delete(folder.resolve("2.pem"));
        keys.refresh();
        assertThat(idsOf(keys)).containsExactly(old.getKeyID());
        assertThat(signerOf(keys)).isEqualTo(old.getKeyID());
    }

    @Test
    void passesOverABadFileAndSaysSoOnce(CapturedOutput output) throws Exception {
        ECKey good = put("1.pem");
        Files.writeString(folder.resolve("2.pem"), "-----BEGIN PRIVATE KEY-----\nsecret\n-----END PRIVATE KEY-----");
        Files.createDirectory(folder.resolve("3.pem"));
        Files.writeString(folder.resolve("readme.txt"), "nothing");
        TestKey.write(folder.resolve("4.pem"), TestKey.pair("secp384r1").getPrivate());
        pass(60);
        KeyFolder keys = open();
        keys.refresh();
        keys.refresh();
        assertThat(idsOf(keys)).containsExactly(good.getKeyID());
        assertThat(signerOf(keys)).isEqualTo(good.getKeyID());
        assertThat(output.getOut().lines().filter(line -> line.contains("2.pem is passed over")))
                .hasSize(1);
        assertThat(output)
                .contains("3.pem is passed over", "4.pem is passed over")
                .doesNotContain("secret");
    }

    @Test
    void goesOnWithItsKeysWhenTheFolderIsEmptiedOrGone(CapturedOutput output) throws Exception {
        ECKey key = put("1.pem");
        KeyFolder keys = open();
        Files.delete(folder.resolve("1.pem"));
        keys.refresh();
        assertThat(signerOf(keys)).isEqualTo(key.getKeyID());
        Files.delete(folder);
        keys.refresh();
        keys.refresh();
        assertThat(signerOf(keys)).isEqualTo(key.getKeyID());
        assertThat(output.getOut().lines().filter(line -> line.contains("ERROR")))
                .hasSize(2);
        Files.createDirectory(folder);
        ECKey next = put("2.pem");
        keys.refresh();
        assertThat(signerOf(keys)).isEqualTo(next.getKeyID());
    }

    @Test
    void refusesToStartWithoutAKey() {
        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("JWT_KEYS")
                .hasMessageContaining(folder.toString());
        assertThatThrownBy(() -> new KeyFolder(folder.resolve("none"), clock)).hasMessageContaining("JWT_KEYS");
    }
}
