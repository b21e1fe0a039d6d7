package io.microecommerce.gateway.config;

import io.microecommerce.gateway.problem.SecurityProblems;
import io.microecommerce.gateway.rest.OpenRoutes;
import io.microecommerce.gateway.token.Tokens;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Who may do what: open routes, staff routes, and a login for everything else. There are no sessions and no cookies, so
 * there is nothing that a foreign page could ride on, and CSRF protection is off.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfig {

    private static final String STAFF_AUTHORITY = "STAFF";

    @Bean
    @Order(1)
    SecurityFilterChain openRoutes(HttpSecurity http, SecurityProblems problems) throws Exception {
        return stateless(http, problems)
                .securityMatcher(request -> OpenRoutes.include(request.getMethod(), request.getRequestURI()))
                .authorizeHttpRequests(route -> route.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain loginRoutes(HttpSecurity http, SecurityProblems problems) throws Exception {
        return stateless(http, problems)
                .authorizeHttpRequests(route -> route.requestMatchers("/api/v1/staff/**")
                        .hasAuthority(STAFF_AUTHORITY)
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(authorities())))
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http, SecurityProblems problems) throws Exception {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems));
    }

    private static JwtAuthenticationConverter authorities() {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(SecurityConfig::authoritiesOf);
        return converter;
    }

    private static List<GrantedAuthority> authoritiesOf(Jwt token) {
        return Boolean.TRUE.equals(token.getClaim(Tokens.STAFF))
                ? List.of(new SimpleGrantedAuthority(STAFF_AUTHORITY))
                : List.of();
    }
}
