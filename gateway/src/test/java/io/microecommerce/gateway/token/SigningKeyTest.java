package io.microecommerce.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import io.microecommerce.gateway.TestKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    @RepeatedTest(20)
    void findsThePublicHalfOfAKey() throws Exception {
        KeyPair pair = TestKey.pair("secp256r1");
        ECKey key = SigningKey.read(TestKey.write(pair.getPrivate()));
        assertThat(key.toECPublicKey()).isEqualTo(pair.getPublic());
        assertThat(key.getKeyID()).isEqualTo(key.computeThumbprint().toString());
    }

    @Test
    void refusesAnotherCurve() {
        Path file = TestKey.write(TestKey.pair("secp384r1").getPrivate());
        assertThatThrownBy(() -> SigningKey.read(file)).hasMessageContaining("P-256");
    }

    @Test
    void refusesAFileThatHoldsNoKey(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\nQUJD\n-----END PRIVATE KEY-----\n");
        assertThatThrownBy(() -> SigningKey.read(file)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SigningKey.read(Files.writeString(file, "nothing")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SigningKey.read(folder.resolve("none.pem")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("none.pem");
    }
}
