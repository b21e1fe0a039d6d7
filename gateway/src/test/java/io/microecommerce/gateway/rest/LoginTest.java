package io.microecommerce.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.microecommerce.gateway.Http.Answer;
import io.microecommerce.gateway.StorefrontTest;
import io.microecommerce.gateway.TestKey;
import io.microecommerce.gateway.rest.Routes.Access;
import io.microecommerce.gateway.token.SigningKey;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is let in, and with which token. */
class LoginTest extends StorefrontTest {

    private final ECKey key = SigningKey.read(TestKey.FILE);

    private static JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer("micro-ecommerce-gateway")
                .audience("micro-ecommerce-storefront")
                .subject("alice")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)))
                .claim("staff", true)
                .claim("sid", "s-login-test");
    }

    private String signed(JWTClaimsSet claims) throws Exception {
        return signed(JWSAlgorithm.ES256, new ECDSASigner(key), key.getKeyID(), claims);
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner signer, String keyId, JWTClaimsSet claims)
            throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .type(JOSEObjectType.JWT)
                        .keyID(keyId)
                        .build(),
                claims);
        token.sign(signer);
        return token.serialize();
    }

    private Answer me(String token) {
        return http.get("/api/v1/customer/me", "Authorization", "Bearer " + token);
    }

    private void assertRefused(String token) {
        Answer answer = me(token);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(services.asked).isEmpty();
    }

    @Test
    void givesATokenThatSaysNoMoreThanItMust() throws Exception {
        Answer answer = http.send(
                "POST", "/api/v1/session", "{\"email\": \"alice@example.com\", \"password\": \"demo-password\"}");
        SignedJWT token = SignedJWT.parse(answer.json().get("token").asString());
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(token.getHeader().getKeyID())
                .isEqualTo(key.computeThumbprint().toString());
        assertThat(claims.getClaims()).containsOnlyKeys("iss", "aud", "sub", "iat", "exp", "staff", "sid");
        assertThat(claims.getSubject()).isEqualTo("alice");
        assertThat(claims.getBooleanClaim("staff")).isFalse();
        assertThat(claims.getStringClaim("sid")).startsWith("s-");
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(claims.getIssueTime().toInstant().plusSeconds(900))
                .isEqualTo(Instant.parse(answer.json().get("expires_at").asString()));
    }

    @Test
    void doesNotTellAWrongPasswordFromAnUnknownCustomer() {
        Answer answer =
                http.send("POST", "/api/v1/session", "{\"email\": \"alice@example.com\", \"password\": \"wrong\"}");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("LOGIN_FAILED");
    }

    @Test
    void believesItsOwnTokens() throws Exception {
        assertThat(me(signed(claims().build())).status()).isEqualTo(200);
    }

    @Test
    void doesNotBelieveAnotherKeysToken() throws Exception {
        ECKey other = new ECKeyGenerator(Curve.P_256).generate();
        assertRefused(signed(JWSAlgorithm.ES256, new ECDSASigner(other), key.getKeyID(), claims().build()));
        assertRefused(signed(JWSAlgorithm.ES256, new ECDSASigner(other), null, claims().build()));
    }

    @Test
    void doesNotBelieveOtherAlgorithms() throws Exception {
        assertRefused(new PlainJWT(claims().build()).serialize());
        assertRefused(signed(
                JWSAlgorithm.RS256,
                new RSASSASigner(new RSAKeyGenerator(2048).generate()),
                key.getKeyID(),
                claims().build()));
        // The classic: our public key, which is no secret, taken for a shared one.
        assertRefused(signed(
                JWSAlgorithm.HS256, new MACSigner(key.toECPublicKey().getEncoded()), key.getKeyID(), claims().build()));
        ECKey large = new ECKeyGenerator(Curve.P_384).generate();
        assertRefused(signed(JWSAlgorithm.ES384, new ECDSASigner(large), key.getKeyID(), claims().build()));
    }

    @Test
    void doesNotBelieveAnExpiredToken() throws Exception {
        Date past = Date.from(Instant.now().minusSeconds(60));
        assertRefused(signed(claims().expirationTime(past).build()));
        assertRefused(signed(claims().expirationTime(null).build()));
        Date future = Date.from(Instant.now().plusSeconds(300));
        assertRefused(signed(claims().notBeforeTime(future).build()));
    }

    @Test
    void doesNotBelieveATokenMadeForSomethingElse() throws Exception {
        assertRefused(signed(claims().issuer("another").build()));
        assertRefused(signed(claims().issuer(null).build()));
        assertRefused(signed(claims().audience("another").build()));
        assertRefused(signed(claims().audience((String) null).build()));
        assertRefused(signed(claims().subject(null).build()));
        assertRefused(signed(claims().claim("sid", null).build()));
        assertRefused(signed(claims().claim("sid", 5).build()));
    }

    @Test
    void doesNotBelieveAChangedToken() throws Exception {
        String token = signed(claims().build());
        String[] parts = token.split("\\.");
        assertRefused(parts[0] + "." + parts[1] + ".");
        assertRefused(parts[0] + "." + parts[1] + "." + "A".repeat(86));
        assertRefused(parts[0] + "." + parts[1].substring(0, parts[1].length() - 4) + "AAAA." + parts[2]);
        assertRefused("nonsense");
    }

    static Stream<String> routesWithLogin() {
        Stream<String> listed = Routes.all().stream()
                .filter(route -> route.access() != Access.OPEN)
                .map(route -> route.method() + " "
                        + route.pattern().getPatternString().replaceAll("\\{\\w+}", "a"));
        Stream<String> others = Stream.of(
                "GET /api/v1/something/new",
                "PATCH /api/v1/product",
                "GET /api/v1/session",
                "PUT /api/v1/session",
                "DELETE /api/v1/session/refresh",
                "GET /api/v1/product/a/sku",
                "GET /%61pi/v1/order",
                "HEAD /api/v1/order",
                "OPTIONS /api/v1/order",
                "OPTIONS /api/v1/session");
        return Stream.concat(listed, others);
    }

    @ParameterizedTest
    @MethodSource("routesWithLogin")
    void wantsALogin(String route) {
        String method = route.substring(0, route.indexOf(' '));
        Answer answer = http.send(method, route.substring(method.length() + 1), null);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        if (!method.equals("HEAD")) {
            assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
        }
        assertThat(services.asked).isEmpty();
    }

    @Test
    void letsAnybodyLogInAgainWithAnExpiredToken() throws Exception {
        String expired =
                signed(claims().expirationTime(Date.from(Instant.EPOCH)).build());
        Answer answer = http.send(
                "POST",
                "/api/v1/session",
                "{\"email\": \"alice@example.com\", \"password\": \"demo-password\"}",
                "Authorization",
                "Bearer " + expired);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(http.get("/api/v1/category", "Authorization", "Bearer " + expired)
                        .status())
                .isEqualTo(200);
    }

    static Stream<String> staffRoutes() {
        return Routes.all().stream()
                .filter(route -> route.access() == Access.STAFF)
                .map(route -> route.method() + " "
                        + route.pattern().getPatternString().replaceAll("\\{\\w+}", "a"));
    }

    @ParameterizedTest
    @MethodSource("staffRoutes")
    void keepsCustomersOutOfTheStaffRoutes(String route) {
        String method = route.substring(0, route.indexOf(' '));
        Answer answer = http.send(method, route.substring(method.length() + 1), null, asCustomer());
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("FORBIDDEN");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(services.asked).isEmpty();
    }

    @Test
    void takesNothingButTrueForStaff() throws Exception {
        String odd = signed(claims().claim("staff", "true").build());
        assertThat(http.get("/api/v1/staff/notification", "Authorization", "Bearer " + odd)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void takesATokenFromTheHeaderAlone() throws Exception {
        String token = signed(claims().build());
        assertThat(http.get("/api/v1/customer/me?access_token=" + token).status())
                .isEqualTo(401);
        assertThat(http.get("/api/v1/customer/me", "Cookie", "token=" + token).status())
                .isEqualTo(401);
    }

    @Test
    void keepsNoSessionAndSendsTheUsualHeaders() {
        Answer answer = http.get("/api/v1/customer/me", asCustomer());
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }
}
