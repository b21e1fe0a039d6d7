package io.microecommerce.customer.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretTokenTest {

    @Test
    void fitsIntoAnAddressAndNeverRepeats() {
        SecureRandom random = new SecureRandom();
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            assertThat(drawn.add(SecretToken.random(random))).isTrue();
        }

        assertThat(drawn).allMatch(token -> token.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void isHashedWithSha256() {
        assertThat(SecretToken.hash("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
