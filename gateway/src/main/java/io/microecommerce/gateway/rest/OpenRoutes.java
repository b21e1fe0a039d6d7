package io.microecommerce.gateway.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The routes that need no login: registering, logging in, looking at the catalogue, health and documentation. A token sent
 * to one of them is not looked at, so that an expired one does not keep anybody from logging in again.
 */
public final class OpenRoutes {

    /** All routes below this prefix need a login unless they stand here; what is outside it holds no business. */
    public static final String API = "/api/**";

    private static final List<Route> ROUTES = List.of(
            Route.of(HttpMethod.POST, "/api/v1/customer"),
            Route.of(null, "/api/v1/session"),
            Route.of(HttpMethod.GET, "/api/v1/product/**"),
            Route.of(HttpMethod.GET, "/api/v1/category"),
            Route.of(HttpMethod.GET, "/api/v1/sku/**"));

    private static final PathPattern API_PATTERN = PathPatternParser.defaultInstance.parse(API);

    private OpenRoutes() {}

    /** @param path without the query, as sent or as a template */
    public static boolean include(String method, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return !API_PATTERN.matches(parsed) || ROUTES.stream().anyMatch(route -> route.matches(method, parsed));
    }

    private record Route(@Nullable HttpMethod method, PathPattern pattern) {

        static Route of(@Nullable HttpMethod method, String pattern) {
            return new Route(method, PathPatternParser.defaultInstance.parse(pattern));
        }

        boolean matches(String asked, PathContainer path) {
            // HEAD is answered wherever GET is.
            String effective = asked.equals(HttpMethod.HEAD.name()) ? HttpMethod.GET.name() : asked;
            return (method == null || method.matches(effective)) && pattern.matches(path);
        }
    }
}
