package io.microecommerce.gateway.config;

import io.microecommerce.gateway.limit.CustomerLimitFilter;
import io.microecommerce.gateway.problem.SecurityProblems;
import io.microecommerce.gateway.request.Caller;
import io.microecommerce.gateway.rest.Routes;
import io.microecommerce.gateway.rest.Routes.Access;
import io.microecommerce.gateway.token.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
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
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * Who may do what, as {@link Routes} has it; what is not listed there is denied. There are no cookies, so there is nothing that a
 * foreign page could ride on, and CSRF protection is off.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfig {

    @Bean
    @Order(1)
    SecurityFilterChain openRoutes(HttpSecurity http, SecurityProblems problems, PageHeaders headers) throws Exception {
        return stateless(http, problems, headers)
                .securityMatcher(request -> mayBeTakenBy(Access.OPEN, request))
                .authorizeHttpRequests(route -> route.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain loginRoutes(
            HttpSecurity http,
            SecurityProblems problems,
            PageHeaders headers,
            FilterRegistrationBean<CustomerLimitFilter> limit)
            throws Exception {
        return stateless(http, problems, headers)
                .addFilterBefore(limit.getFilter(), AuthorizationFilter.class)
                .authorizeHttpRequests(route -> route.requestMatchers(request -> mayBeTakenBy(Access.STAFF, request))
                        .hasAuthority(Caller.STAFF)
                        .requestMatchers(request -> mayBeTakenBy(Access.CUSTOMER, request))
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(authorities())))
                .build();
    }

    private static boolean mayBeTakenBy(Access access, HttpServletRequest request) {
        return Routes.access(request.getMethod(), request.getRequestURI()).stream()
                .anyMatch(access::equals);
    }

    private static HttpSecurity stateless(HttpSecurity http, SecurityProblems problems, PageHeaders headers)
            throws Exception {
        return http.headers(headers)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
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
                ? List.of(new SimpleGrantedAuthority(Caller.STAFF))
                : List.of();
    }
}
