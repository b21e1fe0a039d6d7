package io.microecommerce.order.purchase;

import java.time.Instant;

/** How an order travels, since when. */
public record Shipment(String carrier, String trackingNumber, Instant shippedAt) {

    boolean is(String otherCarrier, String otherTrackingNumber) {
        return carrier.equals(otherCarrier) && trackingNumber.equals(otherTrackingNumber);
    }
}
