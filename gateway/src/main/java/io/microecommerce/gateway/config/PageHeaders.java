package io.microecommerce.gateway.config;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.stereotype.Component;

/**
 * What browsers are told to refuse, for every answer: scripts and styles of our own files alone and none within a page, no other
 * server to talk to, no page that frames ours, and no text that is turned into elements (trusted types).
 */
@Component
final class PageHeaders implements HeaderWriter, Customizer<HeadersConfigurer<HttpSecurity>> {

    private static final String POLICY = "Content-Security-Policy";

    private static final String COMMON = "default-src 'none'; script-src 'self'; connect-src 'self'; font-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none';";

    /** It styles its elements where they stand, and draws its icons from data. */
    private static final String SWAGGER = COMMON + " style-src 'self' 'unsafe-inline'; img-src 'self' data:";

    private final String pages;

    /** @param pictureOrigins where the catalogue's pictures lie besides this gateway, as {@code https://pictures.example}, by spaces */
    PageHeaders(@Value("${shop.gateway.picture-origins}") String pictureOrigins) {
        this.pages = COMMON + " style-src 'self'; img-src 'self' " + pictureOrigins.strip()
                + "; trusted-types 'none'; require-trusted-types-for 'script'";
    }

    @Override
    public void customize(HeadersConfigurer<HttpSecurity> headers) {
        headers.addHeaderWriter(this)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=()"));
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        boolean swagger = request.getRequestURI().startsWith("/swagger-ui");
        response.setHeader(POLICY, swagger ? SWAGGER : pages);
    }
}
