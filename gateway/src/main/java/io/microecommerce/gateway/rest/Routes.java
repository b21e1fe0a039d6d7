package io.microecommerce.gateway.rest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Every route of the API, and who may take it. What does not stand here is refused, also if a controller offers it; what is
 * outside {@link #API} holds no business and is open.
 */
public final class Routes {

    /** All routes below this prefix need a login unless they are listed as open. */
    public static final String API = "/api/**";

    /** Who may take a route. */
    public enum Access {
        /** Anybody. A token is not looked at, so that an expired one does not keep anybody from logging in again. */
        OPEN,
        /** Whoever is logged in. */
        CUSTOMER,
        /** Who is logged in and works here. */
        STAFF
    }

    /** One route, as a controller declares it. */
    public record Route(Access access, HttpMethod method, PathPattern pattern) {

        private boolean matches(HttpMethod asked, PathContainer path) {
            return method.equals(asked) && pattern.matches(path);
        }
    }

    private static final List<Route> ALL = Stream.of(
                    of(
                            Access.OPEN,
                            "POST /api/v1/customer",
                            "POST /api/v1/session",
                            "POST /api/v1/session/refresh",
                            "POST /api/v1/payment/wechatpay/callback",
                            "POST /api/v1/password_reset",
                            "POST /api/v1/password_reset/confirm",
                            "GET /api/v1/product",
                            "GET /api/v1/product/{id}",
                            "GET /api/v1/category",
                            "GET /api/v1/sku/{id}"),
                    of(
                            Access.CUSTOMER,
                            "DELETE /api/v1/session",
                            "GET /api/v1/customer/me",
                            "PUT /api/v1/customer/me",
                            "DELETE /api/v1/customer/me",
                            "PUT /api/v1/customer/me/password",
                            "PUT /api/v1/customer/me/referrer",
                            "GET /api/v1/customer/me/balance",
                            "POST /api/v1/customer/me/top_up",
                            "GET /api/v1/customer/me/top_up/{id}",
                            "GET /api/v1/customer/me/credit",
                            "GET /api/v1/customer/me/commission",
                            "GET /api/v1/customer/me/address",
                            "POST /api/v1/customer/me/address",
                            "GET /api/v1/customer/me/address/{id}",
                            "PUT /api/v1/customer/me/address/{id}",
                            "DELETE /api/v1/customer/me/address/{id}",
                            "GET /api/v1/cart_item",
                            "POST /api/v1/cart_item",
                            "DELETE /api/v1/cart_item",
                            "PUT /api/v1/cart_item/{sku_id}",
                            "DELETE /api/v1/cart_item/{sku_id}",
                            "POST /api/v1/order/cart",
                            "POST /api/v1/order/product",
                            "GET /api/v1/order",
                            "GET /api/v1/order/{id}",
                            "GET /api/v1/order/{id}/timeline",
                            "GET /api/v1/order/{id}/progress",
                            "POST /api/v1/order/{id}/cancel",
                            "PUT /api/v1/order/{id}/address",
                            "POST /api/v1/payment",
                            "GET /api/v1/payment/{id}",
                            "POST /api/v1/payment/{id}/refund",
                            "GET /api/v1/payment/{id}/refund"),
                    of(
                            Access.STAFF,
                            "POST /api/v1/product",
                            "PUT /api/v1/product/{id}",
                            "DELETE /api/v1/product/{id}",
                            "POST /api/v1/product/{id}/sku",
                            "PUT /api/v1/sku/{id}",
                            "POST /api/v1/category",
                            "PUT /api/v1/category/{id}",
                            "DELETE /api/v1/category/{id}",
                            "GET /api/v1/staff/product",
                            "GET /api/v1/staff/product/{id}",
                            "POST /api/v1/staff/product/import",
                            "POST /api/v1/sku/{id}/receipt",
                            "POST /api/v1/sku/{id}/correction",
                            "GET /api/v1/sku/{id}/movement",
                            "PUT /api/v1/sku/{id}/low_stock_threshold",
                            "GET /api/v1/staff/sku/low_stock",
                            "GET /api/v1/staff/customer",
                            "PUT /api/v1/staff/customer/{id}/role",
                            "POST /api/v1/order/{id}/ship",
                            "POST /api/v1/order/{id}/complete",
                            "GET /api/v1/staff/order",
                            "GET /api/v1/staff/order/{id}",
                            "GET /api/v1/staff/notification",
                            "POST /api/v1/staff/notification/{id}/read",
                            "GET /api/v1/staff/dead_letter",
                            "GET /api/v1/staff/dead_letter/{id}",
                            "POST /api/v1/staff/dead_letter/redrive",
                            "POST /api/v1/staff/dead_letter/{id}/redrive",
                            "POST /api/v1/staff/dead_letter/{id}/discard",
                            "GET /api/v1/staff/invariant",
                            "GET /api/v1/staff/transaction",
                            "GET /api/v1/staff/transaction/{xid}",
                            "POST /api/v1/staff/transaction/{xid}/resolve",
                            "GET /api/v1/staff/statement",
                            "GET /api/v1/staff/statement/{date}",
                            "POST /api/v1/staff/statement/{date}/difference/{id}/resolve",
                            "GET /api/v1/staff/link"))
            .flatMap(List::stream)
            .toList();

    private static final PathPattern API_PATTERN = PathPatternParser.defaultInstance.parse(API);

    private Routes() {}

    private static List<Route> of(Access access, String... routes) {
        return Stream.of(routes)
                .map(route -> route.split(" "))
                .map(route -> new Route(
                        access, HttpMethod.valueOf(route[0]), PathPatternParser.defaultInstance.parse(route[1])))
                .toList();
    }

    public static List<Route> all() {
        return ALL;
    }

    /**
     * @param path without the query, as sent or as a template
     * @return empty when there is no such route in the API
     */
    public static Optional<Access> access(String method, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        if (!API_PATTERN.matches(parsed)) {
            return Optional.of(Access.OPEN);
        }
        HttpMethod asked = HttpMethod.valueOf(method);
        if (asked.equals(HttpMethod.OPTIONS) && !methods(path).isEmpty()) {
            return Optional.of(Access.CUSTOMER);
        }
        // HEAD is answered wherever GET is.
        HttpMethod effective = asked.equals(HttpMethod.HEAD) ? HttpMethod.GET : asked;
        return ALL.stream()
                .filter(route -> route.matches(effective, parsed))
                .map(Route::access)
                .findFirst();
    }

    /** What a path of the API can be asked with; empty when there is no such path. */
    public static Set<HttpMethod> methods(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return ALL.stream()
                .filter(route -> route.pattern().matches(parsed))
                .map(Route::method)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
