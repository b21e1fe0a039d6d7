package io.microecommerce.local.launcher.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeChatPayKeysTest {

    @TempDir
    private Path home;

    @Test
    void bothSidesHaveKeysThatFitAndOnlyTheirOwnerMayRead() throws Exception {
        Path folder = new WeChatPayKeys(home.resolve("keys")).folder();

        for (String owner : new String[] {"merchant", "platform"}) {
            Path file = folder.resolve(owner + ".key.pem");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes(file)));
            PublicKey published = KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(bytes(folder.resolve(owner + ".pub.pem"))));
            byte[] message = "message".getBytes(StandardCharsets.UTF_8);
            Signature signing = Signature.getInstance("SHA256withRSA");
            signing.initSign(key);
            signing.update(message);
            Signature verifying = Signature.getInstance("SHA256withRSA");
            verifying.initVerify(published);
            verifying.update(message);
            assertThat(verifying.verify(signing.sign())).as(owner).isTrue();
        }
    }

    @Test
    void aSecondStartKeepsThem() throws IOException {
        Path file = new WeChatPayKeys(home.resolve("keys")).folder().resolve("platform.key.pem");
        String before = Files.readString(file);

        new WeChatPayKeys(home.resolve("keys")).folder();

        assertThat(Files.readString(file)).isEqualTo(before);
    }

    private static byte[] bytes(Path file) throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(file).replaceAll("-----[A-Z ]+-----", ""));
    }
}
