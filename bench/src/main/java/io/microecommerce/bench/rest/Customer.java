package io.microecommerce.bench.rest;

/**
 * A customer of this run who is logged in.
 *
 * @param token good for an hour, longer than any run
 */
public record Customer(String id, String token) {

    @Override
    public String toString() {
        return "Customer[" + id + "]";
    }
}
