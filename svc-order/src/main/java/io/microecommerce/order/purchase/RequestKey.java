package io.microecommerce.order.purchase;

import io.microecommerce.api.order.OrderFromCartCommand;
import io.microecommerce.api.order.OrderFromProductCommand;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What makes a request the same request: its key and what was asked for. An order from the cart is asked for by the SKUs that
 * the body names, not by what lies in the cart, which empties when the order stands.
 *
 * @param requestHash SHA-256 of the request, 64 hexadecimal digits
 */
public record RequestKey(String idempotencyKey, String requestHash) {

    static RequestKey of(OrderFromCartCommand command) {
        return new RequestKey(command.idempotencyKey(), hash("cart " + String.join(" ", command.skuIds())));
    }

    static RequestKey of(OrderFromProductCommand command) {
        return new RequestKey(command.idempotencyKey(), hash("product " + command.skuId() + " " + command.quantity()));
    }

    private static String hash(String request) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
