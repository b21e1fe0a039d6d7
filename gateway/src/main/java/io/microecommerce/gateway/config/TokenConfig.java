package io.microecommerce.gateway.config;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.microecommerce.gateway.token.SigningKey;
import io.microecommerce.gateway.token.Tokens;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** The signing key, and what a token must be to be believed: ES256 by our key, our issuer and audience, not expired. */
@Configuration(proxyBeanMethods = false)
class TokenConfig {

    /** Two gateways' clocks may differ by this much. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    @Bean
    JWKSource<SecurityContext> signingKey(@Value("${shop.gateway.jwt-key-file}") Path file) {
        ECKey key = SigningKey.read(file);
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    Tokens tokens(JWKSource<SecurityContext> signingKey, Clock clock) {
        return new Tokens(new NimbusJwtEncoder(signingKey), clock);
    }

    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> signingKey, Clock clock) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(signingKey)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        JwtTimestampValidator lifetime = new JwtTimestampValidator(CLOCK_SKEW);
        lifetime.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                lifetime,
                // The validator above passes a token that never expires.
                new JwtClaimValidator<Object>(JwtClaimNames.EXP, Objects::nonNull),
                new JwtClaimValidator<Object>(JwtClaimNames.SUB, Objects::nonNull),
                new JwtIssuerValidator(Tokens.ISSUER),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(Tokens.AUDIENCE))));
        return decoder;
    }
}
