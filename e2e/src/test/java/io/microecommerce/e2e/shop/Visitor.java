package io.microecommerce.e2e.shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who talks to the gateway, with or without a token. */
public final class Visitor {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final URI gateway;
    private final Optional<String> token;
    private final String id;

    Visitor(URI gateway, Optional<String> token, String id) {
        this.gateway = gateway;
        this.token = token;
        this.id = id;
    }

    /** The customer's id; empty for an anonymous visitor. */
    public String id() {
        return id;
    }

    public Visitor withToken(String other) {
        return new Visitor(gateway, Optional.of(other), id);
    }

    public String token() {
        return token.orElseThrow();
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    public Answer put(String path, String json) {
        return send("PUT", path, json, Map.of());
    }

    public Answer post(String path, String json) {
        return send("POST", path, json, Map.of());
    }

    public Answer post(String path, String json, String key) {
        return send("POST", path, json, Map.of("Idempotency-Key", key));
    }

    /** @return id of a new order of one SKU */
    public String orders(String sku, int quantity) {
        return post("/api/v1/order/product", "{\"sku_id\":\"%s\",\"quantity\":%d}".formatted(sku, quantity), newKey())
                .expect(201)
                .text("/id");
    }

    public Answer pays(String orderId, String key) {
        return post("/api/v1/payment", "{\"order_id\":\"%s\",\"method\":\"balance\"}".formatted(orderId), key);
    }

    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    public Answer send(String method, String path, String json, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .method(
                        method,
                        json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
        if (json != null) {
            request.setHeader("Content-Type", "application/json");
        }
        token.ifPresent(value -> request.setHeader("Authorization", "Bearer " + value));
        headers.forEach(request::setHeader);
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            JsonNode body = response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
            return new Answer(response.statusCode(), body, response.headers());
        } catch (IOException failure) {
            throw new IllegalStateException(method + " " + path + ": " + failure, failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
