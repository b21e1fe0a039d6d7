package io.microecommerce.local.launcher.catalogue;

import io.microecommerce.local.launcher.catalogue.Batches.Line;
import io.microecommerce.local.launcher.installation.PlatformException;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads a catalogue, one product as JSON a line, as a member of the staff. Loading a line again changes nothing, so a file that
 * was loaded in part, or was mended, is simply loaded again.
 */
public final class CatalogueImport {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** A batch is hundreds of changes, one after the other. */
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI gateway;

    /** Through the gateway at this address. */
    public CatalogueImport(URI gateway) {
        this.gateway = gateway;
    }

    /** How many products were new, changed, as they should be, and refused. */
    public record Result(int created, int changed, int unchanged, int refused) {

        private Result plus(Result other) {
            return new Result(
                    created + other.created,
                    changed + other.changed,
                    unchanged + other.unchanged,
                    refused + other.refused);
        }
    }

    /**
     * Loads the file.
     *
     * @param token of a member of the staff, from {@link #logIn}
     * @param refusals hears of each bad line, in words
     * @throws PlatformException if the gateway cannot be asked; what was loaded before stays
     */
    public Result load(Path file, String token, Consumer<String> refusals) throws IOException, InterruptedException {
        Result total = new Result(0, 0, 0, 0);
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            Batches batches = new Batches(reader);
            List<Line> batch = batches.next();
            while (!batch.isEmpty()) {
                total = total.plus(send(batch, token, refusals));
                batch = batches.next();
            }
        }
        return total;
    }

    /** A token for this account. */
    public String logIn(String email, String password) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/api/v1/session"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("email", email, "password", password))))
                .timeout(ANSWER_WITHIN)
                .build();
        return answer(request, "log in as " + email).path("token").asString();
    }

    private Result send(List<Line> batch, String token, Consumer<String> refusals)
            throws IOException, InterruptedException {
        Line first = batch.get(0);
        if (first.bytes() > Batches.MAX_BYTES) {
            refusals.accept("line " + first.number() + ": longer than " + Batches.MAX_BYTES + " bytes");
            return new Result(0, 0, 0, 1);
        }
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/api/v1/staff/product/import"))
                .header("Content-Type", "application/x-ndjson")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(
                        batch.stream().map(Line::text).collect(Collectors.joining("\n"))))
                .timeout(ANSWER_WITHIN)
                .build();
        JsonNode answer = answer(request, "load the lines from " + first.number() + " on");
        JsonNode refused = answer.path("refused");
        for (JsonNode line : refused) {
            // The answer counts the lines of its request.
            Line bad = batch.get(line.path("line").asInt() - 1);
            refusals.accept("line " + bad.number() + ": " + line.path("code").asString() + ": "
                    + line.path("detail").asString());
        }
        return new Result(
                answer.path("created").asInt(),
                answer.path("changed").asInt(),
                answer.path("unchanged").asInt(),
                refused.size());
    }

    private JsonNode answer(HttpRequest request, String what) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode body;
        try {
            body = JSON.readTree(response.body());
        } catch (JacksonException e) {
            throw new PlatformException("Cannot " + what + ": HTTP " + response.statusCode() + " without JSON.", e);
        }
        if (response.statusCode() != 200) {
            throw new PlatformException("Cannot " + what + ": "
                    + body.path("detail").asString("HTTP " + response.statusCode())
                    + " What was loaded before stays; loading it again changes nothing.");
        }
        return body;
    }
}
