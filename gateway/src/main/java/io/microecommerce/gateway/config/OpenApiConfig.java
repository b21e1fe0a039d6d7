package io.microecommerce.gateway.config;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.microecommerce.gateway.rest.OpenRoutes;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Locale;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API's description, derived from the controllers: their routes, their records, and the names of their methods. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfig {

    private static final String BEARER = "bearer";

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
    GlobalOpenApiCustomizer loginWhereItIsNeeded() {
        return api -> api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    if (!OpenRoutes.include(method.name(), path)) {
                        operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
                    }
                }));
    }
}
