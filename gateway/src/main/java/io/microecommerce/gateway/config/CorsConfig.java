package io.microecommerce.gateway.config;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.gateway.problem.Problem;
import io.microecommerce.gateway.request.RequestFields;
import io.microecommerce.gateway.request.RequestIdFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Which pages of other origins may call the API from a browser: none, unless they are named. It stands before the limits and
 * before security, so that a page can read a 429 and a 401 too, and a preflight needs no token.
 */
@Configuration(proxyBeanMethods = false)
class CorsConfig {

    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(:[0-9]{1,5})?");
    private static final Duration PREFLIGHT_KEPT = Duration.ofMinutes(10);

    /** @param origins scheme, host and port as browsers send them, each in full; none by default */
    @Bean
    FilterRegistrationBean<CorsFilter> cors(@Value("${shop.gateway.cors.allowed-origins}") List<String> origins) {
        for (String origin : origins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalStateException("shop.gateway.cors.allowed-origins takes exact origins such as"
                        + " https://shop.example, without path or wildcard; it holds " + origin);
            }
        }
        CorsConfiguration pages = new CorsConfiguration();
        pages.setAllowedOrigins(origins);
        pages.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "DELETE"));
        pages.setAllowedHeaders(List.of(
                HttpHeaders.AUTHORIZATION,
                HttpHeaders.ACCEPT,
                HttpHeaders.CONTENT_TYPE,
                HttpHeaders.IF_MATCH,
                RequestFields.IDEMPOTENCY_KEY,
                RequestFields.LAST_EVENT_ID,
                RequestIdFilter.HEADER));
        pages.setExposedHeaders(
                List.of(HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER, HttpHeaders.ETAG, RequestIdFilter.HEADER));
        // A token travels in its header and never by itself: there are no cookies that a page would have to be trusted
        // with.
        pages.setAllowCredentials(false);
        pages.setMaxAge(PREFLIGHT_KEPT);
        UrlBasedCorsConfigurationSource everywhere = new UrlBasedCorsConfigurationSource();
        everywhere.registerCorsConfiguration("/**", pages);
        CorsFilter filter = new CorsFilter(everywhere);
        filter.setCorsProcessor(new NamedPages());
        FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        registration.setEnabled(!origins.isEmpty());
        return registration;
    }

    /**
     * Refuses the preflight of any other page as a problem. A plain request of one is answered without CORS headers, so the
     * page cannot read it: behind a proxy, the shop's own pages look like foreign ones, and their requests are good.
     */
    private static final class NamedPages extends DefaultCorsProcessor {

        @Override
        public boolean processRequest(
                @Nullable CorsConfiguration pages, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            boolean preflight = CorsUtils.isPreFlightRequest(request);
            String origin = request.getHeader(HttpHeaders.ORIGIN);
            if (!preflight && pages != null && pages.checkOrigin(origin) == null) {
                response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
                return true;
            }
            if (super.processRequest(pages, request, response)) {
                return true;
            }
            Problem.of(ErrorCode.FORBIDDEN, "Pages of this origin may not ask that.", request, response)
                    .write(response);
            return false;
        }

        @Override
        protected void rejectRequest(ServerHttpResponse response) {
            // The problem says it.
        }
    }
}
