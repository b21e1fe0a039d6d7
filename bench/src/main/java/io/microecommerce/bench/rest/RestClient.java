package io.microecommerce.bench.rest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON over HTTP to one server of this machine; may be used by many threads. Nothing is sent twice. */
public final class RestClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    /** Longer than the platform lets any customer wait, so that its own time-outs are what is measured. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .build();
    private final URI server;

    public RestClient(int port) {
        this.server = URI.create("http://127.0.0.1:" + port);
    }

    /** @throws IOException if no answer came, so that nobody knows what happened */
    Answer get(String path) throws IOException {
        return send(HttpRequest.newBuilder(server.resolve(path)).GET());
    }

    /** @throws IOException if no answer came, so that nobody knows what happened */
    Answer post(String path, Map<String, ?> fields, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(fields)));
        headers.forEach(request::header);
        return send(request);
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(ANSWER_WITHIN).build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), parse(response.body()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static JsonNode parse(String body) throws IOException {
        try {
            return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JacksonException notJson) {
            throw new IOException("The answer is not JSON", notJson);
        }
    }
}
