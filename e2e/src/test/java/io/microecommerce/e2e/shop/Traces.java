package io.microecommerce.e2e.shop;

import static org.awaitility.Awaitility.await;

import io.microecommerce.local.launcher.Platform;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Zipkin has been sent. It writes names in lower case. */
public final class Traces {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Spans are sent every five seconds, and a message may be delivered later than its payment ends. */
    private static final Duration SENT_WITHIN = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI zipkin;

    Traces(Platform platform) {
        this.zipkin = URI.create("http://127.0.0.1:" + platform.port("zipkin"));
    }

    /** Waits until what is asserted holds of every trace of which a span says that it concerns this order. */
    public void ofOrder(String orderId, Consumer<List<List<Span>>> asserted) {
        String query = URLEncoder.encode("orderId=" + orderId, StandardCharsets.UTF_8);
        await("the traces of order " + orderId)
                .atMost(SENT_WITHIN)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> asserted.accept(read(get("/api/v2/traces?limit=100&annotationQuery=" + query))));
    }

    /** All that Zipkin holds, as it answers it. */
    public String everything() {
        return get("/api/v2/traces?limit=100000&lookback=86400000");
    }

    private static List<List<Span>> read(String traces) {
        return JSON.readTree(traces)
                .valueStream()
                .map(trace -> trace.valueStream().map(Span::new).toList())
                .toList();
    }

    private String get(String path) {
        HttpRequest request = HttpRequest.newBuilder(zipkin.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Zipkin answers " + answer.statusCode() + " to " + path);
            }
            return answer.body();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /** One span. */
    public record Span(JsonNode json) {

        public String id() {
            return json.path("id").asString();
        }

        /** Empty for the first one. */
        public String parentId() {
            return json.path("parentId").asString("");
        }

        public String traceId() {
            return json.path("traceId").asString();
        }

        public String name() {
            return json.path("name").asString();
        }

        public String service() {
            return json.at("/localEndpoint/serviceName").asString();
        }

        /** Empty for what stays inside a process. */
        public String kind() {
            return json.path("kind").asString("");
        }

        /** Empty if there is none of that name. */
        public String tag(String name) {
            return json.path("tags").path(name).asString("");
        }

        @Override
        public String toString() {
            return "%s %s %s".formatted(service(), name(), kind()).strip();
        }
    }
}
