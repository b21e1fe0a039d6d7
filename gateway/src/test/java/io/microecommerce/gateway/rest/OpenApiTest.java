package io.microecommerce.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.gateway.StorefrontTest;
import io.microecommerce.gateway.rest.Routes.Access;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The description, the table of routes and the controllers agree. */
class OpenApiTest extends StorefrontTest {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping controllers;

    private JsonNode api;

    @BeforeEach
    void read() {
        api = http.get("/v3/api-docs").json();
    }

    private void forEachOperation(BiConsumer<String, JsonNode> test) {
        api.get("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> test.accept(
                        operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), operation.getValue())));
    }

    private static boolean isBusiness(String route) {
        return route.contains(" /api/") || route.contains(" /.well-known/");
    }

    private Set<String> described() {
        Set<String> routes = new TreeSet<>();
        forEachOperation((route, operation) -> routes.add(route));
        return routes.stream().filter(OpenApiTest::isBusiness).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> served() {
        return controllers.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPathPatternsCondition().getPatternValues().stream()
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path)))
                .filter(OpenApiTest::isBusiness)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void describesEveryRouteAndNoOther() {
        assertThat(served()).hasSizeGreaterThan(60);
        assertThat(described()).isEqualTo(served());
    }

    @Test
    void servesEveryRouteOfTheTableAndNoOther() {
        Set<String> listed = Routes.all().stream()
                .map(route -> route.method() + " " + route.pattern().getPatternString())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> business = served().stream()
                .filter(route -> route.contains(" /api/"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).isEqualTo(business);
    }

    @Test
    void saysWhereALoginIsNeeded() {
        forEachOperation((route, operation) -> {
            String[] parts = route.split(" ");
            boolean open = Routes.access(parts[0], parts[1]).orElseThrow() == Access.OPEN;
            if (open) {
                assertThat(operation.has("security")).as(route).isFalse();
            } else {
                assertThat(operation.at("/security/0").propertyNames())
                        .as(route)
                        .containsExactly("bearer");
            }
        });
        assertThat(api.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
    }

    @Test
    void describesProblemsAlikeEverywhere() {
        forEachOperation((route, operation) -> {
            if (route.endsWith(" /health")) {
                return;
            }
            String[] parts = route.split(" ");
            Access access = Routes.access(parts[0], parts[1]).orElseThrow();
            JsonNode responses = operation.get("responses");
            assertThat(responses.propertyNames()).as(route).contains("400", "429", "500", "503");
            assertThat(responses.has("403")).as(route).isEqualTo(access == Access.STAFF);
            assertThat(responses.has("404")).as(route).isEqualTo(access != Access.OPEN || route.contains("{"));
            assertThat(responses.has("401"))
                    .as(route)
                    .isEqualTo(access != Access.OPEN || route.contains("/session") || route.endsWith("/callback"));
            responses.properties().stream()
                    .filter(response -> response.getKey().compareTo("400") >= 0)
                    .forEach(response -> assertThat(response.getValue()
                                    .at("/content/application~1problem+json/schema/$ref")
                                    .asString())
                            .as(route + " " + response.getKey())
                            .isEqualTo("#/components/schemas/Problem"));
        });
        assertThat(api.at("/components/schemas/Problem/properties").propertyNames())
                .containsExactlyInAnyOrder(
                        "type", "title", "status", "detail", "instance", "code", "request_id", "payment_id");
    }

    @Test
    void namesTheStatusesOfSuccess() {
        assertThat(successesOf("/api/v1/product", "post")).containsExactly("201");
        assertThat(successesOf("/api/v1/customer", "post")).containsExactly("201");
        assertThat(successesOf("/api/v1/order/cart", "post")).containsExactly("201");
        assertThat(successesOf("/api/v1/payment", "post")).containsExactlyInAnyOrder("201", "202");
        assertThat(successesOf("/api/v1/cart_item", "delete")).containsExactly("204");
        assertThat(successesOf("/api/v1/password_reset", "post")).containsExactly("202");
        assertThat(successesOf("/api/v1/order", "get")).containsExactly("200");
        assertThat(api.at("/paths/~1health/get/responses").propertyNames()).containsExactlyInAnyOrder("200", "503");
        assertThat(api.at("/paths/~1health/get/responses/503/content/application~1json/schema/$ref")
                        .asString())
                .endsWith("/HealthResponse");
        JsonNode notifications =
                api.get("paths").get("/api/v1/staff/notification").at("/get/responses/200/content");
        assertThat(notifications.propertyNames()).containsExactlyInAnyOrder("application/json", "text/event-stream");
        assertThat(api.get("paths")
                        .get("/api/v1/staff/product/import")
                        .at("/post/requestBody/content")
                        .propertyNames())
                .containsExactly("application/x-ndjson");
    }

    /** Two records of one simple name would overwrite each other. */
    @Test
    void tellsTheEntriesOfLedgersApart() {
        JsonNode schemas = api.at("/components/schemas");
        assertThat(schemas.at("/BalanceEntry/properties").propertyNames()).contains("cause", "kind");
        assertThat(schemas.at("/CreditEntry/properties").propertyNames()).contains("points");
        assertThat(schemas.at("/CommissionEntry/properties").propertyNames()).contains("rate_basis_points");
        assertThat(schemas.at("/ImportedSku/properties").propertyNames()).contains("opening_stock");
        assertThat(schemas.has("SseEmitter")).isFalse();
    }

    private Set<String> successesOf(String path, String method) {
        return api.get("paths").get(path).get(method).get("responses").propertyNames().stream()
                .filter(status -> status.startsWith("2"))
                .collect(Collectors.toSet());
    }

    @Test
    void asksNobodyForTheirOwnName() {
        assertThat(api.toString()).doesNotContain("JwtAuthenticationToken", "Principal", "HttpServletResponse");
        forEachOperation((route, operation) -> {
            for (JsonNode parameter : operation.path("parameters")) {
                assertThat(parameter.get("name").asString())
                        .as(route)
                        .matches("[a-z_]+|Idempotency-Key|If-Match|Last-Event-ID|Wechatpay-[A-Z][a-z]+");
            }
        });
    }
}
