package io.microecommerce.bench.rest;

import io.microecommerce.bench.BenchException;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;

/** What a customer does at the gateway; may be used by many threads. */
public final class Storefront {

    private static final int OK = 200;
    private static final int CREATED = 201;

    private final RestClient gateway;

    public Storefront(RestClient gateway) {
        this.gateway = gateway;
    }

    /**
     * A new customer, logged in.
     *
     * @throws BenchException if the storefront refuses
     */
    public Customer register(String email, String password) throws IOException {
        Answer registered = gateway.post(
                "/api/v1/customer",
                Map.of("email", email, "password", password, "first_name", "Bench", "last_name", "Customer"),
                Map.of());
        require(registered, CREATED, "Registering a customer");
        Answer session = gateway.post("/api/v1/session", Map.of("email", email, "password", password), Map.of());
        require(session, OK, "Logging in");
        return new Customer(registered.text("/id"), session.text("/token"));
    }

    /** Price of a SKU in minor units; empty if it cannot be bought. */
    public OptionalLong priceMinor(String sku) throws IOException {
        Answer answer = gateway.get("/api/v1/sku/" + sku);
        boolean forSale = answer.status() == OK && answer.body().at("/for_sale").asBoolean(true);
        return forSale ? OptionalLong.of(answer.number("/price/minor")) : OptionalLong.empty();
    }

    /** Orders one piece; 201 with the order's {@code id}. */
    public Answer order(Customer customer, String sku, String key) throws IOException {
        return gateway.post("/api/v1/order/product", Map.of("sku_id", sku, "quantity", 1), headers(customer, key));
    }

    /** Pays an order from the wallet; 201 once it is paid. */
    public Answer pay(Customer customer, String orderId, String key) throws IOException {
        return gateway.post(
                "/api/v1/payment", Map.of("order_id", orderId, "method", "balance"), headers(customer, key));
    }

    private static Map<String, String> headers(Customer customer, String key) {
        return Map.of("Authorization", "Bearer " + customer.token(), "Idempotency-Key", key);
    }

    private static void require(Answer answer, int status, String what) {
        if (answer.status() != status) {
            throw new BenchException(what + " was answered " + answer.inWords() + " instead of " + status + ".");
        }
    }
}
