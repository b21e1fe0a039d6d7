package io.microecommerce.order.purchase;

import java.time.Duration;

/**
 * How long an order can be paid.
 *
 * @param length 5 seconds to 7 days
 */
public record PaymentWindow(Duration length) {

    static final Duration SHORTEST = Duration.ofSeconds(5);
    static final Duration LONGEST = Duration.ofDays(7);

    public PaymentWindow {
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("The payment window must be 5s to 7d, was " + length);
        }
    }
}
