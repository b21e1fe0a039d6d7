package io.microecommerce.order.purchase;

import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.api.order.DeliveryChoice;
import io.microecommerce.api.order.OrderFromCartCommand;
import io.microecommerce.api.order.OrderFromProductCommand;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What makes a request the same request: its key and what was asked for. An order from the cart is asked for by the SKUs that
 * the body names, not by what lies in the cart, which empties when the order stands; and its delivery by what the body chooses,
 * not by the address that this was at the time.
 *
 * @param requestHash SHA-256 of the request, 64 hexadecimal digits
 */
public record RequestKey(String idempotencyKey, String requestHash) {

    static RequestKey of(OrderFromCartCommand command) {
        return new RequestKey(
                command.idempotencyKey(),
                hash("cart " + String.join(" ", command.skuIds()) + destination(command.delivery())));
    }

    static RequestKey of(OrderFromProductCommand command) {
        return new RequestKey(
                command.idempotencyKey(),
                hash("product " + command.skuId() + " " + command.quantity() + destination(command.delivery())));
    }

    /**
     * Nothing where nothing was chosen: such a request has the hash that it had before there was a choice. The line break stands
     * in no id, so no other request reads the same.
     */
    private static String destination(@Nullable DeliveryChoice delivery) {
        if (delivery == null) {
            return "";
        }
        if (delivery.addressId() != null) {
            return "\naddress id " + delivery.addressId();
        }
        PostalAddress address = delivery.address();
        if (address == null) {
            return "";
        }
        return "\naddress"
                + Stream.of(
                                counted(address.recipient()),
                                counted(address.phone()),
                                counted(address.country()),
                                counted(address.region()),
                                counted(address.city()),
                                counted(address.street()),
                                counted(address.postalCode()))
                        .collect(Collectors.joining());
    }

    /** With its length, so that it is known where it ends, whatever is in it. */
    private static String counted(@Nullable String text) {
        return text == null ? " -" : " " + text.length() + ":" + text;
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
