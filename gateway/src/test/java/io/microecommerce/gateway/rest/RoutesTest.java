package io.microecommerce.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.gateway.rest.Routes.Access;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;

class RoutesTest {

    private static Set<String> routesFor(Access access) {
        return Routes.all().stream()
                .filter(route -> route.access() == access)
                .map(route -> route.method() + " " + route.pattern().getPatternString())
                .collect(Collectors.toSet());
    }

    /** Written out a second time: a route that slips from one list to another must not pass unseen. */
    @Test
    void opensAndKeepsForStaffWhatItShould() {
        assertThat(routesFor(Access.OPEN))
                .containsExactlyInAnyOrder(
                        "POST /api/v1/customer",
                        "POST /api/v1/session",
                        "POST /api/v1/payment/wechatpay/callback",
                        "POST /api/v1/session/refresh",
                        "POST /api/v1/password_reset",
                        "POST /api/v1/password_reset/confirm",
                        "GET /api/v1/product",
                        "GET /api/v1/product/{id}",
                        "GET /api/v1/category",
                        "GET /api/v1/sku/{id}");
        Set<String> outsideStaff = routesFor(Access.STAFF).stream()
                .filter(route -> !route.contains(" /api/v1/staff/"))
                .collect(Collectors.toSet());
        assertThat(outsideStaff)
                .containsExactlyInAnyOrder(
                        "POST /api/v1/product",
                        "PUT /api/v1/product/{id}",
                        "DELETE /api/v1/product/{id}",
                        "POST /api/v1/product/{id}/sku",
                        "PUT /api/v1/sku/{id}",
                        "POST /api/v1/category",
                        "PUT /api/v1/category/{id}",
                        "DELETE /api/v1/category/{id}",
                        "POST /api/v1/sku/{id}/receipt",
                        "POST /api/v1/sku/{id}/correction",
                        "GET /api/v1/sku/{id}/movement",
                        "PUT /api/v1/sku/{id}/low_stock_threshold",
                        "POST /api/v1/order/{id}/ship",
                        "POST /api/v1/order/{id}/complete");
        assertThat(routesFor(Access.CUSTOMER)).noneMatch(route -> route.contains("/staff/"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/v1/product/a,           OPEN",
        "HEAD,   /api/v1/product/a,           OPEN",
        "GET,    /%61pi/v1/order,             CUSTOMER",
        "OPTIONS,/api/v1/session,             CUSTOMER",
        "DELETE, /api/v1/session,             CUSTOMER",
        "POST,   /api/v1/staff/product/import,STAFF",
        "GET,    /health,                     OPEN",
        "POST,   /v3/api-docs,                OPEN"
    })
    void saysWhoMay(String method, String path, Access access) {
        assertThat(Routes.access(method, path)).contains(access);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,     /api/v1/session",
        "GET,     /api/v1/session",
        "GET,     /api/v1/product/a/b",
        "GET,     /api/v1/product/",
        "PATCH,   /api/v1/product/a",
        "GET,     /api/v2/product",
        "GET,     /api",
        "OPTIONS, /api/v1/none",
        "FETCH,   /api/v1/product"
    })
    void knowsNoOthers(String method, String path) {
        assertThat(Routes.access(method, path)).isEmpty();
    }

    @Test
    void saysWhatAPathTakes() {
        assertThat(Routes.methods("/api/v1/sku/a")).containsExactly(HttpMethod.GET, HttpMethod.PUT);
        assertThat(Routes.methods("/api/v1/none")).isEmpty();
    }
}
