package io.microecommerce.gateway.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** Issues the tokens that a login gives out. A token says who its bearer is and whether they work here, nothing else. */
public final class Tokens {

    public static final String ISSUER = "micro-ecommerce-gateway";
    public static final String AUDIENCE = "micro-ecommerce-storefront";

    /** Boolean claim: whether the bearer works here. */
    public static final String STAFF = "staff";

    public static final Duration LIFETIME = Duration.ofHours(1);

    private final JwtEncoder encoder;
    private final Clock clock;

    public Tokens(JwtEncoder encoder, Clock clock) {
        this.encoder = encoder;
        this.clock = clock;
    }

    /** @param value a JWT, signed and not encrypted: no secret may stand in it */
    public record Token(String value, Instant expiresAt) {

        @Override
        public String toString() {
            return "Token[...]";
        }
    }

    public Token issue(String customerId, boolean staff) {
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
                .build();
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.ES256).type("JWT").build();
        return new Token(
                encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue(), expiresAt);
    }
}
