package io.microecommerce.gateway.config;

import io.microecommerce.api.customer.SessionFacade;
import io.microecommerce.gateway.session.LiveSessions;
import io.microecommerce.gateway.token.KeyFolder;
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
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * The signing keys, and what a token must be to be believed: ES256 by a key of ours, our issuer and audience, not expired, of a
 * session that stands.
 */
@Configuration(proxyBeanMethods = false)
class TokenConfig {

    /** Two gateways' clocks may differ by this much. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private static final OAuth2Error SESSION_ENDED =
            new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "The session has ended", null);

    @Bean
    KeyFolder signingKeys(
            @Value("${shop.gateway.jwt-keys}") Path folder,
            @Value("${shop.gateway.jwt-keys-read-every}") Duration period,
            @Value("${shop.gateway.jwt-keys-settle}") Duration settlesAfter,
            Clock clock) {
        KeyFolder keys = new KeyFolder(folder, clock, settlesAfter);
        keys.readEvery(period);
        return keys;
    }

    @Bean
    Tokens tokens(KeyFolder keys, Clock clock) {
        return new Tokens(keys, clock);
    }

    @Bean
    LiveSessions liveSessions(
            SessionFacade sessions, @Value("${shop.gateway.session-checked-every}") Duration keptFor) {
        return new LiveSessions(sessions, keptFor);
    }

    @Bean
    JwtDecoder jwtDecoder(KeyFolder keys, LiveSessions sessions, Clock clock) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        JwtTimestampValidator lifetime = new JwtTimestampValidator(CLOCK_SKEW);
        lifetime.setClock(clock);
        OAuth2TokenValidator<Jwt> ours = new DelegatingOAuth2TokenValidator<>(
                lifetime,
                // The validator above passes a token that never expires.
                new JwtClaimValidator<Object>(JwtClaimNames.EXP, Objects::nonNull),
                new JwtClaimValidator<Object>(JwtClaimNames.SUB, Objects::nonNull),
                new JwtClaimValidator<Object>(Tokens.SESSION, String.class::isInstance),
                new JwtIssuerValidator(Tokens.ISSUER),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(Tokens.AUDIENCE)));
        decoder.setJwtValidator(token -> {
            OAuth2TokenValidatorResult result = ours.validate(token);
            // The session last: it may be asked for over the network, and only for a token of ours.
            return result.hasErrors() || sessions.isLive(Tokens.customerOf(token), Tokens.sessionOf(token))
                    ? result
                    : OAuth2TokenValidatorResult.failure(SESSION_ENDED);
        });
        return decoder;
    }
}
