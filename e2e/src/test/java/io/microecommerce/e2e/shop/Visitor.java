package io.microecommerce.e2e.shop;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who talks to the gateway, with or without a token. */
public final class Visitor {

    /** Of the demonstration accounts, and of every customer that a test makes. */
    public static final String PASSWORD = "demo-password";

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

    /**
     * Repeated with its key while a service is away, as a good client does: another test may just have had it restarted.
     *
     * @return id of a new order of one SKU
     */
    public String orders(String sku, int quantity) {
        String key = newKey();
        String wish = "{\"sku_id\":\"%s\",\"quantity\":%d}".formatted(sku, quantity);
        return await("an order")
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> post("/api/v1/order/product", wish, key), answer -> answer.status() != 503)
                .expect(201)
                .text("/id");
    }

    public Answer pays(String orderId, String key) {
        return post("/api/v1/payment", "{\"order_id\":\"%s\",\"method\":\"balance\"}".formatted(orderId), key);
    }

    /** 202 with what is to be scanned, see {@link AtWeChatPay}. */
    public Answer paysByWeChat(String orderId, String key) {
        return post("/api/v1/payment", Json.text("order_id", orderId, "method", "wechat"), key);
    }

    public Answer topsUp(long minor, String key) {
        return post(
                "/api/v1/customer/me/top_up", Json.text("amount", Json.object("currency", "CNY", "minor", minor)), key);
    }

    /** As staff, or as the customer. */
    public Answer refunds(String paymentId, String key) {
        return post("/api/v1/payment/" + paymentId + "/refund", Json.text("reason", "Torn."), key);
    }

    public Answer cancels(String orderId) {
        return post("/api/v1/order/" + orderId + "/cancel", "{}");
    }

    /** As staff. */
    public Answer ships(String orderId, String trackingNumber) {
        return post(
                "/api/v1/order/" + orderId + "/ship",
                Json.text("carrier", "SF Express", "tracking_number", trackingNumber));
    }

    /** As staff. */
    public Answer completes(String orderId) {
        return post("/api/v1/order/" + orderId + "/complete", null);
    }

    /** Puts pieces into the cart. */
    public Answer adds(String sku, int quantity) {
        return post("/api/v1/cart_item", Json.text("sku_id", sku, "quantity", quantity));
    }

    /** @return id of a new address in the address book */
    public String keepsAddress(String street, boolean preferred) {
        Map<String, Object> address = Json.address(street);
        address.put("preferred", preferred);
        return post("/api/v1/customer/me/address", Json.text(address))
                .expect(201)
                .text("/id");
    }

    public String email() {
        return get("/api/v1/customer/me").expect(200).text("/email");
    }

    public Answer logsIn(String email, String password) {
        return post("/api/v1/session", Json.text("email", email, "password", password));
    }

    /**
     * As staff: makes a customer one of them.
     *
     * @return the customer, logged in anew, for the token says who is staff
     */
    public Visitor appoints(Visitor customer) {
        put("/api/v1/staff/customer/" + customer.id() + "/role", Json.text("staff", true))
                .expect(200);
        return customer.withToken(logsIn(customer.email(), PASSWORD).expect(200).text("/token"));
    }

    /** As staff: see {@link #offers(long, int, Integer)}. */
    public String offers(long priceMinor, int pieces) {
        return offers(priceMinor, pieces, null);
    }

    /**
     * As staff: makes a product with one SKU, and receives some of it.
     *
     * @param limitPerCustomer null for none
     * @return id of the SKU; its product's is the same
     */
    public String offers(long priceMinor, int pieces, Integer limitPerCustomer) {
        String id = "test-" + newKey();
        Map<String, Object> sku = Json.sku(id, priceMinor);
        sku.put("limit_per_customer", limitPerCustomer);
        Map<String, Object> product = Json.product("Test product", "home");
        product.put("id", id);
        product.put("skus", List.of(sku));
        post("/api/v1/product", Json.text(product)).expect(201);
        if (pieces > 0) {
            post("/api/v1/sku/" + id + "/receipt", Json.text("quantity", pieces, "reason", "test"), newKey())
                    .expect(201);
        }
        return id;
    }

    /** As staff: the newest notifications that have this value, such as {@code sku_id} or {@code order_id}. */
    public List<JsonNode> notifications(String field, String value) {
        return get("/api/v1/staff/notification?size=100")
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .filter(notification -> notification.path(field).asString().equals(value))
                .toList();
    }

    /** Several calls at the same time; what each answered. */
    public static <T> List<T> atOnce(int times, IntFunction<T> call) {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<CompletableFuture<T>> calls = IntStream.range(0, times)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> call.apply(i), threads))
                    .toList();
            return calls.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
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
            JsonNode body = isJson(response) ? JSON.readTree(response.body()) : JSON.createObjectNode();
            return new Answer(response.statusCode(), body, response.headers());
        } catch (IOException failure) {
            throw new IllegalStateException(method + " " + path + ": " + failure, failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /** Not where there is nothing, nor server-sent events. */
    private static boolean isJson(HttpResponse<String> response) {
        return !response.body().isBlank()
                && response.headers().firstValue("Content-Type").orElse("").contains("json");
    }
}
