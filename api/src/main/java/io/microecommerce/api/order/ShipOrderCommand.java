package io.microecommerce.api.order;

import io.microecommerce.api.Limits;
import java.io.Serializable;

/**
 * A parcel that was handed over.
 *
 * @param carrier 1 to 60 characters
 * @param trackingNumber 1 to 60 characters
 * @param staffId who says so
 */
public record ShipOrderCommand(String orderId, String carrier, String trackingNumber, String staffId)
        implements Serializable {

    private static final int MAX_LENGTH = 60;

    public ShipOrderCommand {
        Limits.requireId("order_id", orderId);
        Limits.requireKeptText("carrier", carrier, MAX_LENGTH);
        Limits.requireKeptText("tracking_number", trackingNumber, MAX_LENGTH);
    }
}
