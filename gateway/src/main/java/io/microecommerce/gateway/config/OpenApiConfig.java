package io.microecommerce.gateway.config;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.microecommerce.gateway.problem.Problem;
import io.microecommerce.gateway.rest.Routes;
import io.microecommerce.gateway.rest.Routes.Access;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The API's description, derived from the controllers (their routes, their records, the names of their methods) and from the
 * table of routes.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfig {

    private static final String BEARER = "bearer";
    private static final String HEALTH = "/health";
    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_JSON = "application/problem+json";

    static {
        // What flows there is text; the class that sends it is nobody's business.
        SpringDocUtils.getConfig().replaceWithClass(SseEmitter.class, String.class);
    }

    @Bean
    OpenAPI storefrontApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("micro-ecommerce storefront")
                        .version("v1")
                        .description("Errors are RFC 9457 problem+json; branch on their code."))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")));
    }

    /** springdoc describes records by Jackson 2, which knows nothing of how the API's own mapper names properties. */
    @Bean
    ModelResolver snakeCaseModels(ObjectMapperProvider springdoc) {
        return new ModelResolver(
                springdoc.jsonMapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
    }

    /** A method named {@code cancelOrder} is summed up as "Cancel order". */
    @Bean
    GlobalOperationCustomizer summaries() {
        return (operation, handler) -> {
            String words =
                    handler.getMethod().getName().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
            operation.setSummary(Character.toUpperCase(words.charAt(0)) + words.substring(1));
            return operation;
        };
    }

    @Bean
    GlobalOpenApiCustomizer loginsAndProblems() {
        return api -> {
            ModelConverters.getInstance().read(Problem.class).forEach(api.getComponents()::addSchemas);
            api.getPaths().forEach((path, item) -> item.readOperationsMap()
                    .forEach((method, operation) -> complete(operation, method, path)));
        };
    }

    private static void complete(Operation operation, HttpMethod method, String path) {
        if (path.equals(HEALTH)) {
            // The one route whose 503 is no problem, see HealthController.
            return;
        }
        Optional<Access> access = Routes.access(method.name(), path);
        if (!access.equals(Optional.of(Access.OPEN))) {
            operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
        }
        for (HttpStatus problem : problemsOf(operation, method, path, access)) {
            operation
                    .getResponses()
                    .addApiResponse(
                            Integer.toString(problem.value()),
                            new ApiResponse()
                                    .description(problem.getReasonPhrase())
                                    .content(problem()));
        }
    }

    /** What a route can answer besides what it is for, as far as its kind tells; the code of the problem says more. */
    private static Set<HttpStatus> problemsOf(
            Operation operation, HttpMethod method, String path, Optional<Access> access) {
        Set<HttpStatus> problems = new TreeSet<>(Set.of(
                HttpStatus.BAD_REQUEST,
                HttpStatus.TOO_MANY_REQUESTS,
                HttpStatus.INTERNAL_SERVER_ERROR,
                HttpStatus.SERVICE_UNAVAILABLE));
        // A login, too, is answered 401 when it is none, and a callback when it is forged.
        if (!access.equals(Optional.of(Access.OPEN))
                || path.startsWith("/api/v1/session")
                || path.endsWith("/callback")) {
            problems.add(HttpStatus.UNAUTHORIZED);
        }
        if (access.equals(Optional.of(Access.STAFF))) {
            problems.add(HttpStatus.FORBIDDEN);
        }
        if (!access.equals(Optional.of(Access.OPEN)) || path.contains("{")) {
            problems.add(HttpStatus.NOT_FOUND);
        }
        if (method != HttpMethod.GET) {
            problems.addAll(Set.of(HttpStatus.CONFLICT, HttpStatus.UNPROCESSABLE_CONTENT));
        }
        if (operation.getRequestBody() != null) {
            problems.addAll(Set.of(HttpStatus.CONTENT_TOO_LARGE, HttpStatus.UNSUPPORTED_MEDIA_TYPE));
        }
        return problems;
    }

    private static Content problem() {
        Schema<?> reference = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new Content().addMediaType(PROBLEM_JSON, new MediaType().schema(reference));
    }
}
