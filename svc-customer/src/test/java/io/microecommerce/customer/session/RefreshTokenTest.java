package io.microecommerce.customer.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.customer.session.Sessions.TokenHashes;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {

    private final RandomGenerator random = new SecureRandom();

    @Test
    void isReadAsItWasWritten() {
        RefreshToken token = RefreshToken.first(random);

        assertThat(RefreshToken.read(token.text())).contains(token);
    }

    @Test
    void sharesItsFamilyWithTheNextAndNothingElse() {
        TokenHashes first = RefreshToken.first(random).hashes();
        RefreshToken token = RefreshToken.first(random);
        TokenHashes hashes = token.hashes();
        TokenHashes next = token.next(random).hashes();

        assertThat(next.family()).isEqualTo(hashes.family()).isNotEqualTo(first.family());
        assertThat(next.token()).isNotEqualTo(hashes.token());
        assertThat(hashes.token()).matches("[0-9a-f]{64}");
    }

    @Test
    void doesNotPrintItself() {
        RefreshToken token = RefreshToken.first(random);

        assertThat(token.toString()).doesNotContain(token.text(), token.family());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.b", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void isNothingElse(String text) {
        assertThat(RefreshToken.read(text)).isEmpty();
    }
}
