package io.microecommerce.gateway.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** Issues the tokens that a login gives out. A token says who its bearer is, whether they work here and in which session. */
public final class Tokens {

    public static final String ISSUER = "micro-ecommerce-gateway";
    public static final String AUDIENCE = "micro-ecommerce-storefront";

    /** Boolean claim: whether the bearer works here. */
    public static final String STAFF = "staff";

    /** Claim: the session that the token belongs to, and ends with. */
    public static final String SESSION = "sid";

    /** Short, since a token is believed for some seconds after its session has ended elsewhere. */
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    private final KeyFolder keys;
    private final Clock clock;

    public Tokens(KeyFolder keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** @param value a JWT, signed and not encrypted: no secret may stand in it */
    public record Token(String value, Instant expiresAt) {

        @Override
        public String toString() {
            return "Token[...]";
        }
    }

    /** Whose token it is, of one that was verified. */
    public static String customerOf(Jwt token) {
        return Objects.requireNonNull(token.getSubject(), "A token of ours names its customer");
    }

    /** Its session, of one that was verified. */
    public static String sessionOf(Jwt token) {
        return Objects.requireNonNull(token.getClaimAsString(SESSION), "A token of ours names its session");
    }

    public Token issue(String customerId, boolean staff, String sessionId) {
        // A JWT counts whole seconds.
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = now.plus(LIFETIME);
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .audience(List.of(AUDIENCE))
                .subject(customerId)
                .issuedAt(now)
                .expiresAt(expiresAt)
                .claim(STAFF, staff)
                .claim(SESSION, sessionId)
                .build();
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.ES256).type("JWT").build();
        return new Token(
                keys.encoder().encode(JwtEncoderParameters.from(header, claims)).getTokenValue(), expiresAt);
    }
}
