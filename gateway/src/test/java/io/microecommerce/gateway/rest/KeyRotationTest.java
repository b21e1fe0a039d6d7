package io.microecommerce.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import io.microecommerce.gateway.Http.Answer;
import io.microecommerce.gateway.StorefrontTest;
import io.microecommerce.gateway.TestKey;
import io.microecommerce.gateway.token.SigningKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Changing the signing key while people are logged in. */
@TestPropertySource(properties = "shop.gateway.jwt-keys-read-every=100ms")
class KeyRotationTest extends StorefrontTest {

    private static final Path FOLDER = TestKey.folder();

    @DynamicPropertySource
    static void ownFolder(DynamicPropertyRegistry properties) throws Exception {
        put("1.pem", 3_600);
        properties.add("shop.gateway.jwt-keys", FOLDER::toString);
    }

    private static String put(String name, int secondsAgo) throws Exception {
        Path file =
                TestKey.write(FOLDER.resolve(name), TestKey.pair("secp256r1").getPrivate());
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(secondsAgo)));
        return SigningKey.read(file).getKeyID();
    }

    private JsonNode published() {
        return http.get("/.well-known/jwks.json").json().get("keys");
    }

    private List<String> publishedIds() {
        return published().valueStream().map(key -> key.get("kid").asString()).toList();
    }

    private static String signerOf(String token) throws ParseException {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    private int statusWith(String token) {
        return http.get("/api/v1/customer/me", headers(token)).status();
    }

    @Test
    void keepsOldTokensGoodAsLongAsTheirKeyIsThere() throws Exception {
        String first = SigningKey.read(FOLDER.resolve("1.pem")).getKeyID();
        String oldToken = logIn("alice@example.com");
        assertThat(signerOf(oldToken)).isEqualTo(first);

        String second = put("2.pem", 0);
        await().untilAsserted(() -> assertThat(publishedIds()).containsExactly(first, second));
        // Published, and not used before every gateway has it.
        assertThat(signerOf(logIn("alice@example.com"))).isEqualTo(first);

        Files.setLastModifiedTime(
                FOLDER.resolve("2.pem"), FileTime.from(Instant.now().minusSeconds(31)));
        await().untilAsserted(
                        () -> assertThat(signerOf(logIn("alice@example.com"))).isEqualTo(second));
        String newToken = logIn("alice@example.com");
        assertThat(statusWith(oldToken)).isEqualTo(200);
        assertThat(statusWith(newToken)).isEqualTo(200);

        Files.delete(FOLDER.resolve("1.pem"));
        await().untilAsserted(() -> assertThat(publishedIds()).containsExactly(second));
        assertThat(statusWith(oldToken)).isEqualTo(401);
        assertThat(statusWith(newToken)).isEqualTo(200);
        put("1.pem", 3_600);
    }

    @Test
    void publishesPublicHalvesAndNothingElse() {
        Answer answer = http.get("/.well-known/jwks.json");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("max-age=60");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().propertyNames()).containsExactly("keys");
        for (JsonNode key : published()) {
            assertThat(key.propertyNames())
                    .containsExactlyInAnyOrder("kty", "use", "alg", "crv", "kid", "x", "y")
                    .doesNotContain("d");
            assertThat(key.get("kty").asString()).isEqualTo("EC");
            assertThat(key.get("alg").asString()).isEqualTo("ES256");
        }
    }

    @Test
    void publishesWhatATokenCanBeCheckedWith() throws Exception {
        String token = logIn("alice@example.com");
        var keys = com.nimbusds.jose.jwk.JWKSet.parse(
                http.get("/.well-known/jwks.json").body());
        var key = keys.getKeyByKeyId(signerOf(token)).toECKey();
        assertThat(key.isPrivate()).isFalse();
        assertThat(SignedJWT.parse(token).verify(new com.nimbusds.jose.crypto.ECDSAVerifier(key)))
                .isTrue();
    }
}
