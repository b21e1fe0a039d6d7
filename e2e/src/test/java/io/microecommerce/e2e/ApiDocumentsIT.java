package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.e2e.shop.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written about the API names the routes and codes there are, and no others. */
class ApiDocumentsIT {

    private static final Pattern ROUTE = Pattern.compile("\\| (GET|POST|PUT|DELETE) \\| `([^`]+)` \\|");
    private static final Pattern CODE = Pattern.compile("\\| \\d{3} \\| `([A-Z_]+)` \\|");

    private final Shop shop = Shop.open();

    @Test
    void theDocumentListsEveryRoute() throws IOException {
        Set<String> documented = ROUTE.matcher(read("docs/api.md"))
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented).isEqualTo(operations());
    }

    @Test
    void theDocumentListsEveryCode() throws IOException {
        Set<String> documented = CODE.matcher(read("docs/api.md"))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toSet());

        assertThat(documented)
                .isEqualTo(Arrays.stream(ErrorCode.values()).map(Enum::name).collect(Collectors.toSet()));
    }

    @Test
    void theCollectionHasARequestForEveryRoute() throws IOException {
        JsonNode collection =
                JsonMapper.shared().readTree(read("docs/api-client/micro-ecommerce.postman_collection.json"));
        Set<String> requests = new TreeSet<>();
        for (JsonNode folder : collection.at("/item")) {
            for (JsonNode item : folder.at("/item")) {
                requests.add(item.at("/request/method").asString() + " " + pathOf(item));
            }
        }

        assertThat(requests)
                .isEqualTo(operations().stream()
                        .map(ApiDocumentsIT::anyName)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        shop.anonymous()
                .get("/v3/api-docs")
                .expect(200)
                .body()
                .at("/paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation ->
                                Set.of("get", "post", "put", "delete").contains(operation.getKey()))
                        .filter(operation -> path.getKey().startsWith("/api/")
                                || path.getKey().startsWith("/.well-known/"))
                        .forEach(operation -> operations.add(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    private static String pathOf(JsonNode item) {
        return item.at("/request/url").asString().replace("{{base_url}}", "").replaceAll("\\{\\{[^}]+}}", "{}");
    }

    private static String anyName(String operation) {
        return operation.replaceAll("\\{[^}]+}", "{}");
    }

    private String read(String file) throws IOException {
        Path checkout = shop.platform().installation().checkout();
        return Files.readString(checkout.resolve(file));
    }
}
