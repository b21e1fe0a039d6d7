package io.microecommerce.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who listens to server-sent events, and remembers them, until it is closed. */
final class EventListener implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private final Stream<String> lines;

    private String id = "";
    private String name = "";
    private final StringBuilder data = new StringBuilder();

    private EventListener(Stream<String> lines) {
        this.lines = lines;
    }

    /** One event as it came. */
    record Event(String id, String name, JsonNode data) {}

    /** Returns once the server has begun to answer: what happens from then on is heard. */
    static EventListener open(URI stream, String token) {
        HttpRequest request = HttpRequest.newBuilder(stream)
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            HttpResponse<Stream<String>> response = HTTP.send(request, HttpResponse.BodyHandlers.ofLines());
            String type = response.headers().firstValue("Content-Type").orElse("");
            if (response.statusCode() != 200 || !type.startsWith("text/event-stream")) {
                response.body().close();
                throw new AssertionError("No stream of events: " + response.statusCode() + " " + type);
            }
            EventListener listener = new EventListener(response.body());
            Thread reader = new Thread(listener::read, "event-listener");
            reader.setDaemon(true);
            reader.start();
            return listener;
        } catch (IOException failure) {
            throw new IllegalStateException("No stream of events: " + failure, failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /** What was heard of an order so far. */
    List<Event> about(String orderId) {
        return heard.stream()
                .filter(event -> event.data().path("order_id").asString().equals(orderId))
                .toList();
    }

    @Override
    public void close() {
        lines.close();
    }

    private void read() {
        try {
            lines.forEach(this::take);
        } catch (UncheckedIOException closed) {
            // The stream ends by being closed; what was heard stays.
        }
    }

    /** An empty line ends an event; a line that begins with a colon only keeps the connection alive. */
    private void take(String line) {
        if (line.isEmpty()) {
            if (data.length() > 0) {
                heard.add(new Event(id, name, JsonMapper.shared().readTree(data.toString())));
            }
            id = "";
            name = "";
            data.setLength(0);
            return;
        }
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1).stripLeading();
        switch (field) {
            case "id" -> id = value;
            case "event" -> name = value;
            case "data" -> data.append(value);
            default -> {}
        }
    }
}
